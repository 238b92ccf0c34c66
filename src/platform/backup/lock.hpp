#pragma once
#include <filesystem>
namespace backup {

// One backup or restore at a time in a folder; ends with the program too. Throws Unusable{busy, cannot_write}. Makes the folder (0700).
class FolderLock {
    int fd_ = -1;

public:
    explicit FolderLock(const std::filesystem::path&);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
};
// Renaming and removing reach the disk with this.
void sync_folder(const std::filesystem::path&);
void rename_into_place(const std::filesystem::path& from, const std::filesystem::path& to);
}
