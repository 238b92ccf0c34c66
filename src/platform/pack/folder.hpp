#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>
// The pack as a folder of files: reading it safely, writing it back byte for byte.
namespace pack {

// One file of the pack: its path inside the folder ("offers/avlosning.md"), and its bytes (UTF-8).
struct Record {
    std::string path, source;
    auto operator<=>(const Record&) const = default;
};

// The hash each record had when the folder was exported, from its file ".exported" (lines as `sha256sum` prints them). Absent for a
// folder that never came from an export.
using Exported = std::map<std::string, std::string, std::less<>>;

// What is wrong with a folder: which file, why, and what to do. `what()` has them all, a line each.
struct FolderFault {
    std::string path, reason, remedy;
};
class BadFolder : public std::runtime_error {
    std::vector<FolderFault> faults_;

public:
    explicit BadFolder(std::vector<FolderFault>);
    const std::vector<FolderFault>& faults() const { return faults_; }
};

// SHA-256 in 64 hexadecimal digits.
std::string content_hash(std::string_view source);
// Whether this path may stand in a pack: a–z 0–9 and . - _ in each part, ending .toml .md .txt .svg, no hidden part.
// README.md at the top is a record like the others: a word to whoever opens the folder.
bool allowed_path(std::string_view path);

// All records, sorted by path. Hidden files are skipped. Throws BadFolder for other endings, odd names, links, files over 1 MiB, more
// than 512 MiB together, text that is not UTF-8.
std::vector<Record> read_folder(const std::filesystem::path& folder);
std::optional<Exported> read_exported(const std::filesystem::path& folder);
void write_exported(const std::filesystem::path& folder, const Exported&);

// Writes all records and .exported. The folder must be new, empty, or an earlier export that nobody has edited since: an edited file is
// never overwritten (BadFolder). Records that no longer exist disappear from an earlier export.
void write_folder(const std::filesystem::path& folder, const std::vector<Record>&);
}
