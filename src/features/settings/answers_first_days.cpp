#include "features/settings/answers.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/pack/edit.hpp"

namespace settings {
namespace {
using web::Request;
using web::Response;

// The key of checklist.toml that holds the day somebody said so.
std::optional<std::string> key_of_step(std::string_view step, bool provider) {
    if (step == "utseende") return "look_kept";
    if (step == "nyckelfil") return "keys_kept";
    if (step == "inloggning") return provider ? "provider_tested" : "provider_not_used";
    return std::nullopt;
}
constexpr std::string_view beginning = "# Det som någon har bekräftat på sidan Kom i gång, med dagen.\n";   // not translated
}

std::vector<Step> FirstDays::now() const {
    const auto& g = keeping_.ground();
    return steps(g.database.read([&](db::Reader& reader) { return g.asked(reader, g.clock.now()); }));
}
Response FirstDays::checklist(const Request& request) const {
    const auto shown = keeping_.ground().source();
    return checklist_page({request, *shown->frame}, now());
}
Response FirstDays::confirm(const Request& request) const {
    const auto key = key_of_step(request.field("step"), !keeping_.source(sign_in_file).empty());
    if (!key) return Response::not_found();
    const bool undone = request.field("answer") == "nej";
    auto source = keeping_.source(checklist_file);
    const auto seen = pack::content_hash(source);
    if (source.empty()) source = beginning;
    const auto next = pack::with_value(source, "", *key, pack::toml_text(undone ? "" : calendar::day(keeping_.ground().clock.now())));
    const auto stored = keeping_.save(request, {{{std::string(checklist_file), next}, seen}}, "borja/" + std::string(request.field("step")));
    return after(request, std::string(checklist_path) + (stored ? "?klart=sparat" : "?klart=andrat"));
}
}
