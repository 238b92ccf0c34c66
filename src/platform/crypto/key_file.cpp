#include "platform/crypto/key_file.hpp"
#include "platform/crypto/errors.hpp"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace crypto {
namespace {
namespace fs = std::filesystem;
using Trouble = KeyFileTrouble;
constexpr std::string_view headline = "lotsen-master-key 1 ";
constexpr std::string_view comment = "# The master key of Lotsen. Without it nothing that names a person can be read, from no backup either.\n"
                                     "# Keep two copies apart from the server and its backups. Whoever has it and the database reads everything.\n";
constexpr std::size_t most = 4096;

[[noreturn]] void refuse(Trouble trouble, const std::string& what, std::string remedy) { throw KeyFileUnusable(trouble, what, std::move(remedy)); }
std::string system_words() { return std::generic_category().message(errno); }

struct File {
    int fd = -1;
    File(const File&) = delete;
    explicit File(int opened) : fd(opened) {}
    ~File() {
        if (fd >= 0) ::close(fd);
    }
};

bool inside(const fs::path& file, const fs::path& folder) {
    const auto rest = file.lexically_relative(folder);
    return !rest.empty() && *rest.begin() != "..";
}
fs::path folder_of(const fs::path& given) {
    const auto real = fs::weakly_canonical(fs::absolute(given));
    return real.has_filename() ? real : real.parent_path(); // "/data/" that does not exist yet keeps its slash
}
// Both where the name stands and where links lead.
void keep_apart(const fs::path& file, std::span<const fs::path> never_in) {
    const auto absolute = fs::absolute(file);
    const auto named = fs::weakly_canonical(absolute.parent_path()) / absolute.filename(), real = fs::weakly_canonical(absolute);
    for (const auto& folder : never_in)
        if (inside(named, folder_of(folder)) || inside(real, folder_of(folder)))
            refuse(Trouble::beside_the_data, "the key file " + file.string() + " lies in " + folder.string() + ", so a copy of the data would hold its own key",
                   "Choose a place of its own, for instance /etc/lotsen/master.key.");
}

void write_all(int fd, std::string_view content, const fs::path& path) {
    while (!content.empty()) {
        const auto written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) refuse(Trouble::cannot_write, "cannot write " + path.string() + ": " + system_words(), "Free some space or choose another place.");
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}
void store(const fs::path& path, std::string_view content) {
    const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0400));
    if (file.fd < 0 && errno == EEXIST)
        refuse(Trouble::exists_already, path.string() + " exists already; a key is never overwritten", "Use that key, or give another name. `lotsen keys rotate` changes keys.");
    if (file.fd < 0 && errno == ENOENT) refuse(Trouble::folder_absent, "the folder of " + path.string() + " does not exist", "mkdir -m 700 " + fs::absolute(path).parent_path().string());
    if (file.fd < 0) refuse(Trouble::cannot_write, "cannot make " + path.string() + ": " + system_words(), "Run it as an account that may write there.");
    try {
        write_all(file.fd, content, path);
        const File folder(::open(fs::absolute(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (::fsync(file.fd) != 0 || folder.fd < 0 || ::fsync(folder.fd) != 0)
            refuse(Trouble::cannot_write, "cannot store " + path.string() + ": " + system_words(), "Look at the disk.");
    } catch (...) {
        ::unlink(path.c_str());
        throw;
    }
}

void check_rights(int fd, const fs::path& path) {
    struct stat about {};
    if (::fstat(fd, &about) != 0) refuse(Trouble::cannot_read, "cannot look at " + path.string() + ": " + system_words(), "Look at the disk.");
    if (!S_ISREG(about.st_mode)) refuse(Trouble::not_a_file, path.string() + " is not a file", "Give the file that `lotsen keys create` made.");
    const auto mode = about.st_mode & 07777;
    if (mode != 0400 && mode != 0600) refuse(Trouble::open_to_others, path.string() + " may be opened by others or run", "chmod 400 " + path.string());
    if (about.st_uid != ::geteuid() && about.st_uid != 0)
        refuse(Trouble::foreign_owner, path.string() + " belongs to another account", "chown it to the account that runs lotsen, or to root.");
}
Secret content_of(const fs::path& path) {
    // O_NONBLOCK: a pipe in its place must not hang the start.
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.fd < 0 && errno == ENOENT)
        refuse(Trouble::absent, "there is no key file " + path.string(), "Put it back from its copy. Only for a new installation: `lotsen keys create --key " + path.string() + "`.");
    if (file.fd < 0) refuse(Trouble::cannot_read, "cannot open " + path.string() + ": " + system_words(), "It must belong to the account that runs lotsen.");
    check_rights(file.fd, path);
    Secret buffer(most);
    std::size_t size = 0;
    while (size < most) {
        const auto got = ::read(file.fd, buffer.write().data() + size, most - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) refuse(Trouble::cannot_read, "cannot read " + path.string() + ": " + system_words(), "Look at the disk.");
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    return Secret(buffer.read().first(size));
}

std::string_view next_line(std::string_view& rest) {
    const auto end = std::min(rest.find('\n'), rest.size());
    auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    return line;
}
// The lines that say something: the headline and the digits.
std::optional<MasterKey> read_key(std::string_view content) {
    std::vector<std::string_view> lines;
    while (!content.empty())
        if (const auto line = next_line(content); !line.empty() && line[0] != '#') lines.push_back(line);
    if (lines.size() != 2 || !lines[0].starts_with(headline) || lines[1].size() != 2 * Key::size) return {};
    Secret root(Key::size);
    std::size_t length = 0;
    if (sodium_hex2bin(root.write().data(), root.size(), lines[1].data(), lines[1].size(), nullptr, &length, nullptr) != 0 || length != Key::size) return {};
    MasterKey out(root.read());
    return text_of(out.id()) == lines[0].substr(headline.size()) ? std::optional(std::move(out)) : std::nullopt;
}
}

KeyFileUnusable::KeyFileUnusable(KeyFileTrouble kind, const std::string& what, std::string what_to_do)
    : std::runtime_error(what), trouble(kind), remedy(std::move(what_to_do)) {}

MasterKey KeyFile::create(const fs::path& path, std::span<const fs::path> never_in) {
    keep_apart(path, never_in);
    auto key = MasterKey::random();
    Secret digits(2 * Key::size + 1);
    sodium_bin2hex(reinterpret_cast<char*>(digits.write().data()), digits.size(), key.root_.read().data(), Key::size);
    std::string content(comment);
    content.reserve(most); // so that no copy with digits stays behind
    content.append(headline).append(text_of(key.id())).append("\n").append(digits.text().substr(0, 2 * Key::size)).append("\n");
    try {
        store(path, content);
    } catch (...) {
        wipe(content);
        throw;
    }
    wipe(content);
    return key;
}

MasterKey KeyFile::load(const fs::path& path, std::span<const fs::path> never_in) {
    keep_apart(path, never_in);
    const auto content = content_of(path);
    auto key = read_key(content.text());
    if (!key) refuse(Trouble::not_a_key, path.string() + " does not hold a whole key", "Put it back from its copy; a digit may have been changed.");
    return std::move(*key);
}
}
