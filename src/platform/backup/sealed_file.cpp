#include "platform/backup/sealed_file.hpp"
#include "platform/backup/trouble.hpp"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace backup {
namespace {
constexpr std::size_t block_size = 64 << 10;
std::string system_words() { return std::generic_category().message(errno); }
}

File File::created(const std::filesystem::path& path) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) throw Unusable(Trouble::cannot_write, "cannot make " + path.string() + ": " + system_words());
    return {fd, path};
}
File File::opened(const std::filesystem::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) throw Unusable(Trouble::cannot_read, "cannot open the backup " + path.string() + ": " + system_words());
    return {fd, path};
}
File::~File() {
    if (fd_ >= 0) ::close(fd_);
}
void File::write(std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(fd_, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0)
            throw Unusable(Trouble::cannot_write, "cannot write the backup " + path_.string() + ": " + system_words() + ". The former backup is untouched; free some space or choose another folder.");
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}
void File::sync() {
    if (::fsync(fd_) != 0) throw Unusable(Trouble::cannot_write, "cannot store the backup " + path_.string() + ": " + system_words() + ". The former backup is untouched.");
    (void)::posix_fadvise(fd_, 0, 0, POSIX_FADV_DONTNEED); // what is read back should come from the disk
}
std::string File::read(std::size_t most) {
    std::string out(most, '\0');
    std::size_t size = 0;
    while (size < most) {
        const auto got = ::read(fd_, out.data() + size, most - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Unusable(Trouble::cannot_read, "cannot read the backup " + path_.string() + ": " + system_words());
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    out.resize(size);
    return out;
}
void File::go_to(std::size_t at) {
    if (::lseek(fd_, static_cast<off_t>(at), SEEK_SET) < 0) throw Unusable(Trouble::cannot_read, "cannot read the backup " + path_.string() + ": " + system_words());
}

SealedWriter::SealedWriter(const std::filesystem::path& path, const Header& header, const crypto::MasterKey& master)
    : file_(File::created(path)), stream_(master.backup_key(), text_of(header)) {
    file_.write(text_of(header) + stream_.preamble());
}
void SealedWriter::write(std::string_view content) {
    while (!content.empty()) {
        if (waiting_.size() == block_size) flush(crypto::Block::more);
        const auto part = content.substr(0, block_size - waiting_.size());
        waiting_ += part;
        content.remove_prefix(part.size());
    }
}
void SealedWriter::flush(crypto::Block kind) {
    block_.clear();
    stream_.append_sealed(block_, waiting_, kind);
    file_.write(block_);
    waiting_.clear();
}
void SealedWriter::finish() {
    flush(crypto::Block::last);
    file_.sync();
}

SealedReader::SealedReader(const std::filesystem::path& path, std::span<const crypto::MasterKey> masters) : file_(File::opened(path)) {
    auto read = header_from(file_.read(most_header));
    if (!read) throw Unusable(Trouble::not_a_backup, path.string() + " is not a backup of Lotsen, or one of a newer version");
    std::tie(header_, body_) = std::move(*read);
    for (const auto& master : masters)
        if (crypto::text_of(master.id()) == header_.master) master_ = &master;
    if (!master_)
        throw Unusable(Trouble::wrong_key, path.string() + " was sealed under the master key " + header_.master + ", and the key file given is another: give that one (--key FILE, more than once if need be)");
    begin_again();
}
void SealedReader::begin_again() {
    file_.go_to(body_);
    const auto preamble = file_.read(crypto::stream_preamble);
    if (preamble.size() != crypto::stream_preamble) refuse_damaged();
    stream_.emplace(master_->backup_key(), preamble, text_of(header_));
    plain_.clear();
    at_ = 0;
    last_ = false;
}
void SealedReader::refuse_damaged() const {
    throw Unusable(Trouble::damaged, file_.path().string() + " is damaged: it has been changed or cut short since it was written. Use another copy of it, or another backup.");
}
void SealedReader::next_block() {
    if (last_) refuse_damaged();
    const auto sealed = file_.read(block_size + crypto::stream_block_cost);
    const auto opened = stream_->open(plain_, sealed);
    if (!opened) refuse_damaged();
    at_ = 0;
    last_ = *opened == crypto::Block::last;
}
void SealedReader::read(char* to, std::size_t size) {
    while (size > 0) {
        if (at_ == plain_.size()) next_block();
        const auto part = std::min(size, plain_.size() - at_);
        std::memcpy(to, plain_.data() + at_, part);
        at_ += part, to += part, size -= part;
    }
}
void SealedReader::finish() {
    while (at_ == plain_.size() && !last_) next_block();
    if (at_ != plain_.size() || !file_.read(1).empty()) refuse_damaged();
}
}
