#pragma once
#include "platform/crypto/keys.hpp"
#include <filesystem>
#include <span>
#include <stdexcept>
// The file with the master key. It lies outside the database, its folder and its backups: who steals one of them cannot read it.
namespace crypto {

enum class KeyFileTrouble { absent, exists_already, folder_absent, beside_the_data, not_a_file, open_to_others, foreign_owner, not_a_key, cannot_write, cannot_read };

// what() says in words what is wrong, remedy what to do. For the terminal, never for a visitor. Never holds a key.
struct KeyFileUnusable : std::runtime_error {
    KeyFileUnusable(KeyFileTrouble, const std::string& what, std::string remedy);
    KeyFileTrouble trouble;
    std::string remedy;
};

// Text, so that it can be printed and put in a safe: comment lines, "lotsen-master-key 1 ID", 64 hexadecimal digits. ID is the key's own
// id, so a digit copied wrongly is noticed.
class KeyFile {
public:
    // Makes a new key in a new file (0400, flushed to disk). Never overwrites. Throws KeyFileUnusable. `never_in`: the data folder, and
    // whatever is copied with it.
    static MasterKey create(const std::filesystem::path&, std::span<const std::filesystem::path> never_in);
    // Refuses a file that others may open (anything but 0400 or 0600), that belongs to another account than this one or root, or that
    // lies in one of `never_in`, also by way of a link. Throws KeyFileUnusable.
    static MasterKey load(const std::filesystem::path&, std::span<const std::filesystem::path> never_in);
    // To be shown, and confirmed, before the first key is made.
    static constexpr std::string_view what_loss_means =
        "Everything that names a person is sealed with this key: names, addresses, telephone numbers, what people wrote. If the file is lost,\n"
        "none of it can be read again: not from the database, not from a backup, not by the makers of Lotsen. Keep two copies apart from the\n"
        "server and from the backups (on paper in a safe, for instance), and let two people know where they are.\n"
        "Whoever has both this file and the database or a backup can read everything.";
};
}
