#include "features/guideline/typed_revision.hpp"
#include "base/personal_number.hpp"
#include "base/text.hpp"

namespace guideline {
namespace {
using page::FieldErrors;
using page::Visit;

// One line: a statement is a sentence, whatever was pasted.
std::string sent(const Visit& visit, std::string_view name) {
    return std::string(base::trimmed(base::replaced(base::replaced(visit.request.field(name), "\r", ""), "\n", " ")));
}
std::string text(const Visit& visit, FieldErrors& errors, std::string_view name, std::size_t longest, std::string_view missing = {}) {
    auto out = sent(visit, name);
    if (base::holds_personal_number(out)) errors.add(name, visit.t("Det ser ut som ett personnummer. Skriv inget om någon person här."));
    if (base::length(out) > longest) errors.add(name, visit.t("Skriv kortare, högst {n} tecken", {{"n", base::to_text(static_cast<long long>(longest))}}));
    if (out.empty() && !missing.empty()) errors.add(name, missing);
    return out;
}
// wrong: what the field asks for, so that two of them in one form are told apart.
std::optional<calendar::Date> day(const Visit& visit, FieldErrors& errors, std::string_view name, std::string_view wrong, bool may_be_empty = false) {
    const auto typed = sent(visit, name);
    const auto out = calendar::date_from(typed);
    if (!out && !(typed.empty() && may_be_empty)) errors.add(name, wrong);
    return out;
}
std::string role(const Visit& visit, FieldErrors& errors, std::string_view name, std::string_view wrong, const Guideline& g) {
    const auto typed = sent(visit, name);
    if (!g.role(typed)) errors.add(name, wrong);
    return typed;
}
// Not before it happened, and not before what a draft had already come through. The day a draft was entered says nothing of when it was written.
void in_order(const Visit& visit, FieldErrors& errors, std::string_view name, const calendar::Date& typed, const DraftView& view, std::string_view not_yet) {
    const auto chosen = calendar::iso(typed);
    std::string last;
    for (std::size_t i = 1; i < view.steps.size(); ++i)
        if (view.steps[i].day <= view.now.today) last = std::max(last, view.steps[i].day);
    if (chosen > view.now.today) errors.add(name, not_yet);
    else if (chosen < last) errors.add(name, visit.t("Utkastet flyttades senast {day}. Välj den dagen eller en senare", {{"day", i18n::day(visit.language(), last)}}));
}
const Section* section_named(const Guideline& g, std::string_view id) {
    for (const auto& section : g.sections)
        if (section.id == id) return &section;
    return nullptr;
}
Change addition(const DraftView& view, const std::vector<std::string>& taken, const Section& section, std::string follows) {
    return {.statement = next_id(view.base, taken, section.id), .doing = Doing::add, .section = section.id, .follows = std::move(follows), .was = {}, .says = {}, .note = {}, .kind = Kind::ska, .role = {}, .why = {}};
}
}

std::optional<Change> wanted_change(const web::Request& request, const DraftView& view, const std::vector<std::string>& taken) {
    const bool sent = request.method == web::Method::post;
    const auto statement = sent ? request.field("sats") : request.asked("sats");
    const auto doing = doing_from(sent ? request.field("gor") : request.asked("gor"));
    if (!doing) return std::nullopt;
    if (const auto* before = view.of(statement); before && before->doing == *doing) return *before;
    const auto [section, found] = view.base.find(statement);
    if (*doing == Doing::add) {
        if (found) return addition(view, taken, *section, found->id);
        const auto* first = section_named(view.base, statement);
        if (first) return addition(view, taken, *first, "");
        const auto* of_it = sent && !request.field("sedd").empty() ? section_named(view.base, statement.substr(0, statement.rfind('-'))) : nullptr;
        if (!of_it) return std::nullopt;   // else: somebody else has taken it out of the draft since the form was shown
        const auto behind = request.field("efter");
        return addition(view, taken, *of_it, view.base.find(behind).first == of_it ? std::string(behind) : std::string());
    }
    if (!found) return std::nullopt;
    auto change = unchanged(*section, *found);
    change.doing = *doing;
    return change;
}

namespace {
// Another place in its section, or none: what it stands behind already moves nothing.
void typed_place(const Visit& visit, Change& c, const DraftView& view, FieldErrors& errors) {
    c.moves = false, c.follows.clear();
    const auto chosen = sent(visit, "place");
    const auto* section = view.base.find(c.statement).first;
    if (!section || chosen.empty() || chosen == place_stays) return;
    const auto follows = chosen == place_first ? std::string() : chosen;
    if (follows == c.statement || (!follows.empty() && view.base.find(follows).first != section)) return errors.add("place", visit.t("Välj en plats i samma avsnitt"));
    if (follows != stands_behind(*section, c.statement)) c.moves = true, c.follows = follows;
}
}

Change typed_change(const Visit& visit, Change c, const DraftView& view, FieldErrors& errors) {
    c.why = text(visit, errors, "why", 1000, visit.t("Skriv varför satsen ska ändras, läggas till eller tas bort"));
    if (c.doing == Doing::remove) return c;
    c.says = text(visit, errors, "says", 4000, visit.t("Skriv satsens text"));
    c.note = text(visit, errors, "note", 600);
    const auto kind = kind_from(sent(visit, "kind"));
    if (kind) c.kind = *kind;
    else errors.add("kind", visit.t("Välj om satsen är ett ska, bör, kan, en definition eller text"));
    c.role = sent(visit, "role");
    if (!c.role.empty() && !view.base.role(c.role)) errors.add("role", visit.t("Välj vem som ansvarar"));
    if (c.kind == Kind::ska && c.role.empty()) errors.add("role", visit.t("Välj vem som ansvarar: ett ska måste ha någon"));
    if (c.doing == Doing::edit) typed_place(visit, c, view, errors);
    const auto* was = view.base.find(c.statement).second;
    if (c.doing == Doing::edit && was && !c.moves && !errors.any() && c.says == was->text && c.kind == was->kind && c.role == was->role && c.note == was->note) errors.add("says", visit.t("Inget är ändrat mot hur det står nu"));
    return c;
}

bool ends_early(const DraftView& view, Stage to) {
    const auto* asked = last_asked(view.steps);
    return asked && view.draft.stage == Stage::consultation && to == Stage::board && !asked->closes.empty() && view.now.today <= asked->closes;
}

std::optional<Move> typed_move(const Visit& visit, const DraftView& view, FieldErrors& errors) {
    const auto from = stage_from(sent(visit, "from")), to = stage_from(sent(visit, "to"));
    const auto today = calendar::date_from(view.now.today);
    if (!from || !to || !today) return std::nullopt;
    Move out{view.draft.id, *from, *to, *today, {}};
    if (next(*from) == to) {
        if (const auto met = day(visit, errors, "day", visit.t("Skriv vilken dag utkastet gick vidare, som 2026-11-22"))) out.day = *met, in_order(visit, errors, "day", *met, view, visit.t("Dagen har inte varit än. Välj idag eller en tidigare dag"));
        out.words = text(visit, errors, "words", 1000, ends_early(view, *to) ? visit.t("Skriv varför samrådet slutar före den sista dagen") : std::string_view());
        if (*to == Stage::consultation) out.closes = day(visit, errors, "closes", visit.t("Skriv sista dagen att lämna synpunkter, som 2026-12-20"));
        if (out.closes && *out.closes < out.day) errors.add("closes", visit.t("Välj en sista dag som kommer efter den dag utkastet går vidare"));
    } else out.words = text(visit, errors, *to == Stage::withdrawn ? "withdrawn_words" : "back_words", 1000, visit.t("Skriv varför utkastet går tillbaka eller dras tillbaka"));
    return errors.any() ? std::nullopt : std::optional(out);
}

std::optional<Decision> typed_decision(const Visit& visit, const DraftView& view, FieldErrors& errors) {
    const auto decided = day(visit, errors, "day", visit.t("Skriv vilken dag beslutet fattades, som 2026-11-22"));
    const auto valid = day(visit, errors, "valid_from", visit.t("Skriv vilken dag riktlinjen börjar gälla, som 2026-12-01"));
    const auto review = day(visit, errors, "next_review", visit.t("Skriv vilken dag riktlinjen ska ses över, som 2028-12-01, eller lämna tomt"), true);
    const auto number = text(visit, errors, "number", 60, visit.t("Skriv paragraf och diarienummer, som i protokollet"));
    const auto by = role(visit, errors, "by", visit.t("Välj vem som beslutade"), view.base), responsible = role(visit, errors, "responsible", visit.t("Välj vem som ansvarar för riktlinjen"), view.base);
    if (decided) in_order(visit, errors, "day", *decided, view, visit.t("Beslutets dag har inte varit än. Välj idag eller en tidigare dag"));
    if (decided && valid && *valid < *decided) errors.add("valid_from", visit.t("Riktlinjen kan inte börja gälla före beslutet. Välj beslutets dag eller en senare"));
    if (valid && review && *review <= *valid) errors.add("next_review", visit.t("Riktlinjen ska ses över efter att den har börjat gälla. Välj en senare dag"));
    if (errors.any()) return std::nullopt;
    return Decision{view.draft.id, *decided, *valid, review, number, by, responsible};
}

std::string typed_title(const Visit& visit, FieldErrors& errors) { return text(visit, errors, "title", 120, visit.t("Skriv vad revideringen handlar om")); }
}
