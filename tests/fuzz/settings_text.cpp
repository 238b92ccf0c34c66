#include "features/settings/bundle.hpp"
#include "platform/html/drawing.hpp"
#include "platform/pack/edit.hpp"
#include "platform/pack/value.hpp"
#include <cstdlib>

// Any bytes as what an administrator pastes: an import never takes a file that is no setting and never overwrites what was changed here; a
// value put into any file that can be read is the one that is read back; and a drawing with a script in it is none.
namespace {
const std::vector<pack::Record> stored{{"municipality.toml", "name = \"A\"\n"}};

void import(std::string_view bytes) {
    const auto made = settings::plan(bytes, stored);
    const auto* planned = std::get_if<std::vector<settings::Planned>>(&made);
    if (!planned) return;
    for (const auto& one : *planned) {
        if (one.file.find('/') != one.file.npos || one.next.empty()) std::abort();
        if (one.fate == settings::Fate::added && one.file == "municipality.toml") std::abort();
    }
}
void edit(std::string_view bytes) {
    pack::Problems before, after;
    const auto table = pack::parse_toml(bytes, "a.toml", 1, before);
    const auto next = pack::with_value(bytes, "", "name", pack::toml_text("B"));
    (void)pack::without_tables(bytes, "group");
    const auto* was = table.find("name");
    if (!before.empty() || !was || !was->text()) return;
    const auto again = pack::parse_toml(next, "a.toml", 1, after);
    if (after.empty() && again.find("name") && again.find("name")->text() && *again.find("name")->text() != "B" && bytes.find("name =") == 0) std::abort();
}
void draw(std::string_view bytes) {
    if (!html::only_shapes(bytes)) return;
    const auto out = html::drawing(bytes, "x").text();
    for (const char* bad : {"<script", "<style", "<image", "<a ", "<foreignObject"})
        if (out.find(bad) != out.npos) std::abort();
}
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    import(bytes);
    edit(bytes);
    draw(bytes);
    return 0;
}
