#include "platform/documents/module/entry.hpp"
#include <dlfcn.h>
#include <filesystem>

namespace documents {
namespace {
namespace fs = std::filesystem;

// Beside the program in the build folder, in ../lib/lotsen when installed. Never a path of the machine that built it.
std::vector<fs::path> places() {
    const auto folder = fs::read_symlink("/proc/self/exe").parent_path();
    return {folder / library_file, folder.parent_path() / "lib" / "lotsen" / library_file};
}

void* opened() {
    std::string tried;
    for (const auto& path : places()) {
        if (void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) return library;
        const char* why = dlerror();
        tried += std::string("\n  ") + (why ? why : path.c_str());
    }
    throw CannotMakeDocuments("PDF kan inte göras: " + std::string(library_file) + " kunde inte läsas in. Installera om Lotsen." + tried);
}

MakePdf loaded() {
    void* library = opened();
    const auto its_build = reinterpret_cast<const char* (*)()>(dlsym(library, build_name));
    const auto make = reinterpret_cast<MakePdf>(dlsym(library, make_pdf_name));
    if (!its_build || !make || its_build() != build())
        throw CannotMakeDocuments("PDF kan inte göras: " + std::string(library_file) + " hör till en annan version av Lotsen. Starta om programmet, eller installera om det.");
    return make;
}
}

Attempt attempt(const Document& document, Layout layout) {
    static const MakePdf make = loaded();
    std::string out;
    int where = 0;
    switch (make(&document, layout, &out, &where)) {
    case Outcome::made: return {std::move(out)};
    case Outcome::does_not_fit: return {{}, where, std::move(out)};
    case Outcome::failed: break;
    }
    throw CannotMakeDocuments("PDF kan inte göras: " + out);
}

std::string pdf(const Document& document, Layout layout) {
    auto made = attempt(document, layout);
    if (made.overfull) throw DoesNotFit(made.overfull, made.why);
    return std::move(made.bytes);
}
}
