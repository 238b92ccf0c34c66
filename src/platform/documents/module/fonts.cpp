#include "platform/documents/module/fonts.hpp"
#include "base/embedded.hpp"
#include "platform/documents/module/canvas.hpp"
#include <fontconfig/fontconfig.h>
#include <mutex>
#include <pango/pangofc-fontmap.h>
#include <span>
#include <stdexcept>
#include <sys/mman.h>
#include <unistd.h>

namespace embedded {
std::span<const base::EmbeddedFile> documents_fonts();
}

namespace documents {
namespace {
// Fontconfig takes files only: each font becomes a file in memory, open as long as the program runs.
void add(FcConfig* config, std::string_view bytes) {
    const int file = memfd_create("lotsen-font", MFD_CLOEXEC);
    if (file < 0) throw std::runtime_error("memfd_create");
    for (std::size_t done = 0; done < bytes.size();) {
        const auto n = write(file, bytes.data() + done, bytes.size() - done);
        if (n <= 0) throw std::runtime_error("ett teckensnitt kunde inte skrivas i minnet");
        done += static_cast<std::size_t>(n);
    }
    const auto path = "/proc/self/fd/" + std::to_string(file);
    if (!FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(path.c_str()))) throw std::runtime_error("ett teckensnitt kunde inte läsas");
}

FcConfig* config() {
    static FcConfig* const made = [] {
        auto* c = FcInitLoadConfigAndFonts();
        if (!c) throw std::runtime_error("fontconfig har ingen inställning");
        for (const auto& font : embedded::documents_fonts()) add(c, font.bytes);
        return c;
    }();
    return made;
}
}

PangoFontMap* font_map() {
    thread_local const std::unique_ptr<PangoFontMap, Freed<g_object_unref>> map = [] {
        std::unique_ptr<PangoFontMap, Freed<g_object_unref>> m(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
        if (!m) throw std::runtime_error("Pango kan inte FreeType");
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(m.get()), config());
        return m;
    }();
    return map.get();
}
}
