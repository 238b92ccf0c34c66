#pragma once
#include <stdexcept>
#include <string>
namespace backup {

enum class Trouble {
    no_database,        // nothing there to copy
    newer_schema,       // made or kept by a newer program
    other_schema,       // made by a program whose migrations are not ours
    not_a_backup,       // another file, or a format we do not know
    wrong_file,         // a keys file where data is asked for, or the other way round
    wrong_key,          // sealed under another master key
    damaged,            // changed or cut short since it was written
    cannot_write,       // disk full, no right
    cannot_read,
    busy,               // another backup or restore is at work there
    not_empty,          // the place to restore into holds something
    keys_too_old,       // older than the data they should open
    other_installation, // keys of another site
};

// A backup cannot be made, read or restored: what() says in words what is wrong and what to do. For the terminal. Holds no key and
// nothing from a row.
struct Unusable : std::runtime_error {
    Unusable(Trouble kind, const std::string& what) : std::runtime_error(what), trouble(kind) {}
    Trouble trouble;
};
}
