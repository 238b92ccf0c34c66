#pragma once
#include "platform/backup/header.hpp"
#include "platform/crypto/stream.hpp"
#include <filesystem>
#include <span>
// A backup file: header in clear, then one sealed stream in blocks of 64 KiB.
namespace backup {

// A file of ours, closed when it goes. Throws Unusable in words.
class File {
    int fd_ = -1;
    std::filesystem::path path_;

public:
    static File created(const std::filesystem::path&); // 0600, must not exist
    static File opened(const std::filesystem::path&);
    File(File&& other) noexcept : fd_(std::exchange(other.fd_, -1)), path_(std::move(other.path_)) {}
    ~File();
    const std::filesystem::path& path() const { return path_; }
    void write(std::string_view);
    void sync();
    std::string read(std::size_t most); // shorter only at the end
    void go_to(std::size_t);

private:
    File(int fd, std::filesystem::path path) : fd_(fd), path_(std::move(path)) {}
};

class SealedWriter {
    File file_;
    crypto::SealingStream stream_;
    std::string waiting_, block_;

public:
    SealedWriter(const std::filesystem::path&, const Header&, const crypto::MasterKey&);
    void write(std::string_view);
    // Writes the end, and returns when all is on the disk.
    void finish();

private:
    void flush(crypto::Block);
};

// Gives out only what has been found unchanged. Throws Unusable{wrong_key, damaged, not_a_backup}.
class SealedReader {
    File file_;
    Header header_;
    std::optional<crypto::OpeningStream> stream_;
    std::string plain_;
    std::size_t at_ = 0, body_ = 0;
    bool last_ = false;
    const crypto::MasterKey* master_ = nullptr;

public:
    // `masters`: the one in use and former ones; they must outlive the reader.
    SealedReader(const std::filesystem::path&, std::span<const crypto::MasterKey> masters);
    const Header& header() const { return header_; }
    const std::filesystem::path& path() const { return file_.path(); }
    void read(char* to, std::size_t size);
    // Nothing may follow.
    void finish();
    void begin_again();
    [[noreturn]] void refuse_damaged() const;

private:
    void next_block();
};
}
