#include "platform/pack/folder.hpp"
#include "base/text.hpp"
#include "platform/db/hash.hpp"
#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace pack {
namespace {
namespace fs = std::filesystem;
constexpr std::uintmax_t largest_file = 1024 * 1024;
constexpr std::size_t most_files = 200'000, most_bytes = 512 * 1024 * 1024;
constexpr std::uintmax_t largest_exported = 64 * 1024 * 1024;
constexpr const char* exported_name = ".exported";

std::string in_words(const std::vector<FolderFault>& faults) {
    std::string out;
    for (const auto& fault : faults) {
        if (!out.empty()) out += "\n";
        out += fault.path + ": " + fault.reason + ". " + fault.remedy;
    }
    return out;
}

std::string bytes_of_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    if (!in) throw BadFolder({{file.string(), "cannot be read", "Give the user who runs lotsen the right to read it."}});
    return std::move(out).str();
}

bool written(const fs::path& fresh, std::string_view bytes) {
    const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0) return false;
    while (!bytes.empty()) {
        const auto done = ::write(file, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) break;
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return ::close(file) == 0 && bytes.empty();
}
// Through a new file beside it, so that a full disk never leaves half a file. What lies there under its name goes first: in a folder
// from somebody else it may be a link, and writing through it would destroy a file outside.
void write_file(const fs::path& file, std::string_view bytes) {
    const auto fresh = fs::path(file.string() + ".new");
    std::error_code failed;
    fs::remove(fresh, failed);
    const bool whole = written(fresh, bytes);
    if (whole) fs::rename(fresh, file, failed);
    if (whole && !failed) return;
    fs::remove(fresh, failed);
    throw BadFolder({{file.string(), "cannot be written", "See that the disk has room and that the user who runs lotsen may write there."}});
}

bool allowed_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; }

std::optional<FolderFault> fault_of(const fs::directory_entry& entry, const std::string& path) {
    if (entry.is_symlink()) return FolderFault{path, "is a link", "Put the file itself in the folder."};
    if (entry.is_directory()) return std::nullopt;
    if (!entry.is_regular_file()) return FolderFault{path, "is not an ordinary file", "Take it out of the folder."};
    if (!allowed_path(path))
        return FolderFault{path, "is not a name that a pack may have", "Use a-z, 0-9 and hyphen, and end with .toml, .md, .txt or .svg; take other files out of the folder."};
    if (entry.file_size() > largest_file) return FolderFault{path, "is larger than 1 MiB", "Make it shorter or divide it."};
    return std::nullopt;
}

std::optional<FolderFault> fault_of(const Record& record) {
    if (record.source.size() > largest_file) return FolderFault{record.path, "is larger than 1 MiB", "Make it shorter or divide it."};
    if (!base::valid_utf8(record.source) || record.source.find('\0') != std::string::npos)
        return FolderFault{record.path, "is not text in UTF-8", "Save it as UTF-8."};
    return std::nullopt;
}

void require_folder(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) throw BadFolder({{folder.string(), "is not a folder", "Name the folder of the pack."}});
}

// An earlier export may be written over only as far as nobody has touched it.
std::vector<Record> untouched(const fs::path& folder) {
    if (!fs::exists(folder) || fs::is_empty(folder)) return {};
    const auto exported = read_exported(folder);
    if (!exported) throw BadFolder({{folder.string(), "is not empty", "Export to a new folder."}});
    auto present = read_folder(folder);
    std::vector<FolderFault> faults;
    for (const auto& record : present) {
        const auto before = exported->find(record.path);
        if (before == exported->end() || before->second != content_hash(record.source))
            faults.push_back({record.path, "has been edited since it was exported", "Import the folder first, or export to a new one."});
    }
    if (!faults.empty()) throw BadFolder(std::move(faults));
    return present;
}
}

BadFolder::BadFolder(std::vector<FolderFault> faults) : std::runtime_error(in_words(faults)), faults_(std::move(faults)) {}

std::string content_hash(std::string_view source) { return db::sha256(source); }

bool allowed_path(std::string_view path) {
    if (path == "README.md") return true;
    if (path.size() > 200) return false;
    for (const auto part : base::split(path, '/'))
        if (part.empty() || part.front() == '.' || !std::all_of(part.begin(), part.end(), allowed_character)) return false;
    return path.ends_with(".toml") || path.ends_with(".md") || path.ends_with(".txt") || path.ends_with(".svg");
}

std::vector<Record> read_folder(const fs::path& folder) {
    require_folder(folder);
    std::vector<Record> records;
    std::vector<FolderFault> faults;
    std::size_t bytes = 0;
    std::error_code failed;
    auto entries = fs::recursive_directory_iterator(folder, failed);
    for (; !failed && entries != fs::recursive_directory_iterator(); entries.increment(failed)) {
        const auto path = entries->path().lexically_relative(folder).generic_string();
        if (entries->path().filename().string().starts_with(".")) {
            entries.disable_recursion_pending();
            continue;
        }
        if (auto fault = fault_of(*entries, path)) {
            faults.push_back(std::move(*fault));
        } else if (!entries->is_directory()) {
            records.push_back({path, bytes_of_file(entries->path())});
            bytes += records.back().source.size();
            if (auto odd = fault_of(records.back())) faults.push_back(std::move(*odd));
        }
        if (records.size() > most_files || bytes > most_bytes) throw BadFolder({{folder.string(), "holds too many files", "Name the folder of the pack."}});
    }
    if (failed) throw BadFolder({{folder.string(), "cannot be read (" + failed.message() + ")", "Give the user who runs lotsen the right to read it."}});
    if (!faults.empty()) throw BadFolder(std::move(faults));
    std::sort(records.begin(), records.end());
    return records;
}

std::optional<Exported> read_exported(const fs::path& folder) {
    const auto file = folder / exported_name;
    const auto kind = fs::symlink_status(file).type();
    if (kind == fs::file_type::not_found) return std::nullopt;
    if (kind != fs::file_type::regular || fs::file_size(file) > largest_exported)
        throw BadFolder({{file.string(), "is not the list that an export writes", "Export again to a new folder and make the changes there."}});
    Exported out;
    const auto text = bytes_of_file(file);
    for (const auto line : base::split(text, '\n')) {
        if (line.empty()) continue;
        const bool whole = line.size() > 66 && line.substr(64, 2) == "  " && line.find_first_not_of("0123456789abcdef") == 64 && allowed_path(line.substr(66));
        if (!whole) throw BadFolder({{file.string(), "has a line that is not 'hash  path'", "Export again to a new folder and make the changes there."}});
        out.emplace(line.substr(66), line.substr(0, 64));
    }
    return out;
}

void write_exported(const fs::path& folder, const Exported& exported) {
    std::string text;
    for (const auto& [path, hash] : exported) text += hash + "  " + path + "\n";
    write_file(folder / exported_name, text);
}

void write_folder(const fs::path& folder, const std::vector<Record>& records) {
    const auto before = untouched(folder);
    Exported exported;
    for (const auto& record : records) exported.emplace(record.path, content_hash(record.source));
    for (const auto& old : before)
        if (!exported.contains(old.path)) fs::remove(folder / old.path);
    std::error_code failed;
    for (const auto& record : records) {
        fs::create_directories((folder / record.path).parent_path(), failed);
        write_file(folder / record.path, record.source);
    }
    fs::create_directories(folder, failed);
    write_exported(folder, exported);
}
}
