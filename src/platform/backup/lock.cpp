#include "platform/backup/lock.hpp"
#include "platform/backup/trouble.hpp"
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace backup {
namespace {
std::string system_words() { return std::generic_category().message(errno); }
int opened(const std::filesystem::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) throw Unusable(Trouble::cannot_write, "cannot use the folder " + folder.string() + ": " + system_words());
    return fd;
}
}

FolderLock::FolderLock(const std::filesystem::path& folder) {
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) throw Unusable(Trouble::cannot_write, "cannot make the folder " + folder.string() + ": " + system_words());
    fd_ = opened(folder);
    if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(fd_);
    throw Unusable(Trouble::busy, "another backup or restore is at work in " + folder.string() + ": wait until it is done");
}
FolderLock::~FolderLock() { ::close(fd_); }

void sync_folder(const std::filesystem::path& folder) {
    const int fd = opened(folder);
    const bool stored = ::fsync(fd) == 0;
    ::close(fd);
    if (!stored) throw Unusable(Trouble::cannot_write, "cannot store the folder " + folder.string() + ": " + system_words());
}
void rename_into_place(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) throw Unusable(Trouble::cannot_write, "cannot put " + to.string() + " in place: " + system_words());
    sync_folder(to.parent_path());
}
}
