#include "support/danderyd.hpp"
#include <algorithm>
#include <stdexcept>

namespace support {

const Records& danderyds_records() {
    static const Records records = pack::read_folder(LOTSEN_SOURCE_DIR "/content/danderyd");
    return records;
}

const site::Content& danderyds() {
    static pack::Problems problems;
    static const auto content = site::read_content(danderyds_records(), problems);
    return *content;
}

Records changed(Records records, std::string_view path, std::string_view from, std::string_view to) {
    for (auto& record : records) {
        if (record.path != path) continue;
        const auto at = record.source.find(from);
        if (at == std::string::npos) break;
        record.source.replace(at, from.size(), to);
        return records;
    }
    throw std::runtime_error("”" + std::string(from) + "” does not stand in " + std::string(path));
}

Records without(Records records, std::string_view path) {
    if (std::erase_if(records, [&](const auto& r) { return r.path == path; }) != 1) throw std::runtime_error("no " + std::string(path));
    return records;
}

pack::Problems problems_of(const Records& records) {
    pack::Problems problems;
    const auto content = site::read_content(records, problems);
    site::check_texts(*content, "2026-11-22", problems);
    return problems;
}

pack::Problems of_grade(const pack::Problems& problems, pack::Grade grade) {
    pack::Problems out;
    std::copy_if(problems.begin(), problems.end(), std::back_inserter(out), [&](const auto& p) { return p.grade == grade; });
    return out;
}

std::optional<pack::Problem> finding(const pack::Problems& problems, std::string_view words) {
    const auto found = std::find_if(problems.begin(), problems.end(), [&](const auto& p) { return p.reason.find(words) != std::string::npos; });
    return found == problems.end() ? std::nullopt : std::optional(*found);
}

std::string listed(const pack::Problems& problems) {
    std::string out;
    for (const auto& p : problems) out += p.file + ":" + std::to_string(p.line) + ": " + p.reason + " " + p.remedy + "\n";
    return out;
}
}
