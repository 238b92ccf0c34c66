#include "platform/audit/head.hpp"
#include "base/text.hpp"
#include "platform/audit/chain.hpp"
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace audit {
namespace {
[[noreturn]] void fail(const std::filesystem::path& file, const char* what) {
    throw HeadUnusable(std::string("the head of the access log cannot be ") + what + ": " + file.string() + ": " + std::strerror(errno) +
                       "; name a file in a folder that exists and that the user who runs lotsen may write");
}
// Closes at the end, whatever happened.
struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};
void flush_folder(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const Descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.number >= 0) ::fsync(opened.number);   // some network folders cannot; the file itself is on the disk
}
std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() && out >= 0 ? std::optional(out) : std::nullopt;
}
std::optional<std::string_view> after(std::string_view line, std::string_view word) {
    return line.starts_with(word) ? std::optional(line.substr(word.size())) : std::nullopt;
}
}

std::optional<Head> head(db::Reader& reader) {
    const auto end = chain::end(reader);
    if (end.position == 0) return {};
    return Head{end.position, chain::hex(end.hash), {end.at}};
}

std::string text(const Head& head) {
    return "lotsen-audit-head 1\nposition " + base::to_text(head.position) + "\nhash " + head.hash + "\ntime " + base::to_text(head.at.ms) + "\n";
}
std::optional<Head> head_from(std::string_view text) {
    const auto lines = base::split(text, '\n');
    if (lines.size() != 5 || lines[0] != "lotsen-audit-head 1" || !lines[4].empty()) return {};
    const auto position = number(after(lines[1], "position ").value_or("")), time = number(after(lines[3], "time ").value_or(""));
    const auto hash = after(lines[2], "hash ").value_or("");
    if (!position || !time || !chain::from_hex(hash)) return {};
    return Head{*position, std::string(hash), {*time}};
}

void write_head(const std::filesystem::path& file, const Head& head) {
    const auto beside = std::filesystem::path(file.string() + ".new");
    const auto content = text(head);
    {
        const Descriptor opened{::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644)};
        if (opened.number < 0) fail(beside, "written");
        if (::write(opened.number, content.data(), content.size()) != static_cast<ssize_t>(content.size()) || ::fsync(opened.number) != 0) fail(beside, "written");
    }
    if (::rename(beside.c_str(), file.c_str()) != 0) fail(file, "written");
    flush_folder(file);
}

void export_head(db::Database& database, const std::filesystem::path& file) {
    const auto now = database.read(head);
    const auto before = std::filesystem::exists(file) ? std::optional(read_head(file)) : std::nullopt;
    const std::int64_t position = now ? now->position : 0;
    if (before && (position < before->position || (position == before->position && now->hash != before->hash)))
        throw HeadUnusable("the access log is not the one whose head is in " + file.string() + ": run `lotsen audit verify` with --head " + file.string() +
                           "; after a restore of an older backup, move the file away and keep it");
    if (now) write_head(file, *now);
}

Head read_head(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) fail(file, "read");
    std::ostringstream content;
    content << in.rdbuf();
    if (const auto found = head_from(content.str())) return *found;
    throw HeadUnusable(file.string() + " is not a head of the access log: give the file that --audit-head wrote");
}
}
