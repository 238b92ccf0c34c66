#include "app/cli.hpp"
#include "app/hidden.hpp"
#include <string>
#include <vector>

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv, argv + argc);
    std::vector<const char*> kept;
    for (const auto& word : words) kept.push_back(word.c_str());
    for (int i = 1; i < argc; ++i) app::hide_password(argv[i]);
    return app::run(argc, kept.data());
}
