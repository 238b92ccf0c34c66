#pragma once
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>
namespace oidc_test {

// A folder of its own, gone when the test is.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    // A file that only its owner may open.
    std::filesystem::path written(const std::string& name, const std::string& text) const;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// A program that runs until the test is done with it.
class Background {
public:
    explicit Background(const std::vector<std::string>& command);
    ~Background();
    Background(const Background&) = delete;
    // What follows `words` on the first line of its standard output that has them; throws when it ends before, with a remedy.
    std::string said_after(const std::string& words);

private:
    pid_t pid_ = 0;
    int to_ = -1, from_ = -1;
    std::string name_;
};
}
