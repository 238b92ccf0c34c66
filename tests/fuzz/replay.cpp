// Stands in for libFuzzer in ordinary builds: every seed, every beginning of it, and 2,000 changed copies of it.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {
std::size_t tried = 0;
void once(const std::string& bytes) {
    ++tried;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}
std::string changed(std::string bytes, std::mt19937& random) {
    for (auto times = random() % 4 + 1; times > 0 && !bytes.empty(); --times) {
        const auto at = random() % bytes.size();
        switch (random() % 3) {
        case 0: bytes[at] = static_cast<char>(random()); break;
        case 1: bytes.erase(at, random() % 8 + 1); break;
        default: bytes.insert(at, bytes.substr(random() % bytes.size(), 16)); break;
        }
    }
    return bytes;
}
}

int main(int count, char** arguments) {
    std::mt19937 random(7);
    std::size_t seeds = 0;
    if (count < 2 || !std::filesystem::is_directory(arguments[1])) return std::fprintf(stderr, "usage: %s FOLDER-OF-SEEDS\n", arguments[0]), 2;
    for (const auto& file : std::filesystem::directory_iterator(arguments[1])) {
        std::ifstream in(file.path(), std::ios::binary);
        const std::string seed{std::istreambuf_iterator<char>(in), {}};
        ++seeds;
        for (std::size_t size = 0; size <= seed.size(); ++size) once(seed.substr(0, size));
        for (int i = 0; i < 2000; ++i) once(changed(seed, random));
    }
    std::printf("seeds=%zu inputs=%zu\n", seeds, tried);
    return seeds > 0 ? 0 : 1;
}
