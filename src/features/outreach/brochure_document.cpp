#include "features/outreach/brochure.hpp"
#include "base/text.hpp"
#include <algorithm>

namespace outreach {
namespace {
using namespace documents;
using i18n::Words;

// How one brochure is told in blocks. Order within a section is the website's.
class Writer {
    const Brochure& b_;
    Words t_;
    Document d_;

    // Only what is in another language than the document says so.
    std::string other(i18n::Language language) const { return i18n::tag(language) == d_.language ? "" : std::string(i18n::tag(language)); }
    void add(Block block) { d_.blocks.push_back(std::move(block)); }
    void paragraph(const std::string& text, Size size = Size::body) {
        if (!text.empty()) add(Paragraph{{Run{text}}, size});
    }

    Runs summary(const BrochureOffer& o) const {
        Runs runs{{o.summary.text}};
        if (o.in_guideline) runs.push_back({" (" + base::replaced(t_("enligt riktlinjen"), " ", "\u00a0") + ")"});
        return runs;
    }
    Runs reached_at(const BrochureOffer& o) const {
        Runs runs;
        if (!o.phone.empty()) {
            runs.push_back({std::string(t_("Telefon")) + ": "});
            runs.push_back({o.phone, true, html::Url::phone(o.phone).text()});
            if (!o.phone_hours.empty()) runs.push_back({". " + o.phone_hours});
        } else if (!o.web.empty()) {
            runs.push_back({std::string(t_("Webb")) + ": "});
            runs.push_back({o.web, false, o.web});
        }
        return runs;
    }

    void whole(const BrochureOffer& o) {
        add(Heading{3, o.title.text, other(o.title.language)});
        add(Paragraph{summary(o), Size::body, true, other(o.summary.language)});
        const auto reached = reached_at(o);
        add(Paragraph{{bold(std::string(t_("Så gör du")) + ": "), {o.how.text}}, Size::body, !reached.empty() || !o.notes.empty(), other(o.how.language)});
        if (!reached.empty()) add(Paragraph{reached, Size::body, !o.notes.empty()});
        for (std::size_t i = 0; i < o.notes.size(); ++i) add(Paragraph{{{o.notes[i]}}, Size::small, i + 1 < o.notes.size()});
    }
    void brief(const BrochureOffer& o) {
        add(Heading{3, o.title.text, other(o.title.language)});
        add(Paragraph{summary(o), Size::body, false, other(o.summary.language)});
    }
    // A line: its number is what somebody looks for.
    void brief_line(const BrochureOffer& o) {
        auto reached = reached_at(o);
        add(Heading{3, o.title.text, other(o.title.language)});
        add(Paragraph{summary(o), Size::body, !reached.empty(), other(o.summary.language)});
        if (!reached.empty()) add(Paragraph{std::move(reached)});
    }

    void answers() {
        add(Heading{2, std::string(t_("Vem svarar?"))});
        for (const auto& a : b_.answers) {
            add(Heading{3, a.title});
            if (!a.who.empty()) add(Paragraph{{{a.who}}, Size::body, true});
            for (std::size_t i = 0; i < a.lines.size(); ++i) add(Paragraph{a.lines[i], Size::body, i + 1 < a.lines.size()});
        }
    }
    void rights() {
        add(Heading{2, std::string(t_("Dina rättigheter"))});
        List list;
        for (const auto& line : b_.rights) list.items.push_back({{line}});
        add(std::move(list));
    }
    void young() {
        add(Heading{2, b_.young.title});
        paragraph(b_.young.intro);
        for (const auto& o : b_.young.offers) brief_line(o);
    }
    void address() {
        if (b_.address.empty()) return paragraph(b_.address_words);
        add(Qr{b_.address, {{std::string(t_("Läs mer")) + ":\n"}, bold(b_.address_words)}, t_("QR-kod till {address}", {{"address", b_.address_words}})});
    }
    void front() {
        add(Letterhead{b_.mark_svg, b_.municipality});
        add(Heading{1, b_.title});
        paragraph(b_.lead, Size::lead);
    }
    void section_head(std::string_view key) {
        const auto* section = b_.section(key);
        if (!section) return;
        add(Heading{2, section->title});
        paragraph(section->intro);
    }
    void danger() { add(Paragraph{{bold(b_.danger)}, Size::lead}); }
    template <class F> void section(std::string_view key, F&& one) {
        section_head(key);
        if (const auto* section = b_.section(key))
            for (const auto& offer : section->offers) one(offer);
    }

    void flat() {
        front();
        danger();
        answers();
        rights();
        young();
        for (const auto& s : b_.sections) {
            section_head(s.key);
            if (&s == &b_.sections.front()) paragraph(b_.in_guideline_means, Size::small);
            for (const auto& offer : s.offers) whole(offer);
        }
        address();
        paragraph(b_.dated, Size::small);
    }

    void folded() {
        const auto briefly = [&](const BrochureOffer& o) { brief(o); };
        front();
        section("coming", briefly);
        add(ToFoot{});
        address();
        add(PageBreak{});
        section("direct", briefly);
        add(PageBreak{});
        section("indirect", briefly);
        if (const auto* s = b_.section("indirect"); s && std::any_of(s->offers.begin(), s->offers.end(), [](const auto& o) { return o.shared_household; })) {
            add(ToFoot{});
            paragraph(b_.shared_household_means, Size::small);
        }
        add(PageBreak{});
        section("own_needs", [&](const BrochureOffer& o) { whole(o); });
        section("economic", briefly);
        rights();
        add(ToFoot{});
        paragraph(b_.in_guideline_means, Size::small);
        add(PageBreak{});
        answers();
        young();
        add(PageBreak{});
        section_head("helpline");
        danger();
        if (const auto* lines = b_.section("helpline"))
            for (const auto& o : lines->offers) brief_line(o);
        add(ToFoot{});
        paragraph(b_.dated, Size::small);
    }

public:
    Writer(const Brochure& b, Layout layout) : b_(b), t_(b.language) {
        d_.title = b.title;
        d_.language = i18n::tag(b.language);
        d_.author = b.municipality;
        d_.subject = b.lead;
        d_.day = b.day;
        d_.page_words = t_("Sida {n} av {total}");
        if (layout == Layout::folded_a4) folded();
        else flat();
    }
    Document take() { return std::move(d_); }
};

constexpr std::size_t most_in_a_panel = 8;
// The group that gives way when a panel of the folded one is too full, and how many of it stay.
struct Panel {
    int number;
    std::string_view group;
    std::size_t least;
};
constexpr std::array<Panel, 5> panels{{{1, "coming", 0}, {2, "direct", 2}, {3, "indirect", 2}, {4, "economic", 2}, {6, "helpline", 2}}};

// One offer less of it. False when it has no more to give.
bool shorten(Brochure& b, int overfull) {
    for (const auto& panel : panels)
        for (auto& section : b.sections) {
            if (panel.number != overfull || section.key != panel.group || section.offers.size() <= panel.least) continue;
            section.offers.pop_back();
            std::erase_if(b.sections, [](const BrochureSection& s) { return s.offers.empty(); });
            return true;
        }
    return false;
}
}

Document document(const Brochure& b, Layout layout) { return Writer(b, layout).take(); }

std::string pdf(const Brochure& b, Layout layout) {
    if (layout != Layout::folded_a4) return documents::pdf(document(b, layout), layout);
    // One offer less in the group whose panel is too full, until all panels fit; the last try throws what is wrong.
    auto tried = shortened(b, most_in_a_panel);
    for (;;) {
        auto made = attempt(document(tried, layout), layout);
        if (!made.overfull) return std::move(made.bytes);
        if (!shorten(tried, made.overfull)) throw DoesNotFit(made.overfull, made.why);
    }
}

Document document(const Poster& p) {
    const Words t(p.language);
    Document d;
    d.title = p.title;
    d.language = i18n::tag(p.language);
    d.author = p.municipality;
    d.day = p.day;
    d.blocks = {Letterhead{p.mark_svg, p.municipality}, Heading{1, p.title}, Paragraph{{Run{p.lead}}, Size::lead}, ToFoot{}};
    if (p.address.empty()) d.blocks.emplace_back(Paragraph{{Run{p.address_words}}});
    else d.blocks.emplace_back(Qr{p.address, {Run{p.address_words}}, t("QR-kod till {address}", {{"address", p.address_words}})});
    d.blocks.emplace_back(Paragraph{{Run{p.dated}}, Size::small});
    return d;
}
}
