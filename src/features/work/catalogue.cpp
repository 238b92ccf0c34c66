// The tables, one by one: what is not here is not counted for anybody outside the team.
#include "features/work/figures.hpp"
#include "platform/i18n/language.hpp"
#include <algorithm>

namespace work {
namespace {
constexpr auto unsaid = i18n::key("Inte sagt");
using Keys = std::vector<std::string_view>;

// Each code a row of its own, but for those that go into the last one.
std::vector<Group> each(Codes codes, const Keys& together, const char* words_of_last, bool unsaid_too) {
    std::vector<Group> out;
    Group last{words_of_last, {}};
    for (const auto& code : codes)
        if (std::find(together.begin(), together.end(), code.key) == together.end()) out.push_back({code.words, {code.key}});
        else last.keys.push_back(code.key);
    if (unsaid_too) last.keys.push_back("");
    if (!last.keys.empty()) out.push_back(std::move(last));
    return out;
}
std::vector<Group> with_unsaid(Codes codes) { return each(codes, {}, unsaid, true); }

Dimension channel() {
    auto groups = each(channels(), {"sms", "letter", "video"}, i18n::key("Brev, sms eller video"), false);
    groups.push_back({i18n::key("Genom webbplatsen"), {"written", "call", "named"}});
    groups.push_back({i18n::key("Överlämnad från någon annan"), {"referral"}});
    return {"channel", i18n::key("Hur"), groups};
}
Dimension subject(bool year) {
    const Keys sensitive{"children", "worry", "other"};
    return {"subject", i18n::key("Ämne"), each(subjects(), year ? Keys{"other"} : sensitive, year ? i18n::key("Något annat, eller inte sagt") : i18n::key("Övrigt"), true)};
}
Dimension sex() { return {"sex", i18n::key("Kön"), each(sexes(), {"other"}, i18n::key("Annat, eller inte sagt"), true)}; }
Dimension age() { return {"age", i18n::key("Ålder"), with_unsaid(ages())}; }
Dimension target_group(bool year) { return {"helped_for", i18n::key("Hjälper någon som"), each(target_groups(), year ? Keys{} : Keys{"child_needs", "other"}, year ? unsaid : i18n::key("Övrigt, eller inte sagt"), true)}; }
Dimension helped_long() { return {"helped_long", i18n::key("Har hjälpt"), with_unsaid(times())}; }
Dimension heard_of() { return {"heard_of", i18n::key("Hörde talas om oss genom"), with_unsaid(ways_here())}; }
Dimension outcome() { return {"outcome", i18n::key("Utfall"), with_unsaid(outcomes())}; }
Dimension asked_of_children() { return {"children", i18n::key("Svar"), each(children(), {"not_asked"}, i18n::key("Frågade inte"), true)}; }

std::vector<TableSpec> tables(bool year) {
    std::vector<TableSpec> out{{"hur", i18n::key("Hur kontakten togs"), channel()},
                               {"amne", i18n::key("Vad det gällde"), subject(year)},
                               {"kon", i18n::key("Kön, som personen själv har sagt"), sex()},
                               {"malgrupp", i18n::key("Vem man hjälper"), target_group(year)},
                               {"lange", i18n::key("Hur länge man har hjälpt"), helped_long()},
                               {"hort", i18n::key("Hur man hittade hit"), heard_of()},
                               {"utfall", i18n::key("Vad det ledde till"), outcome()}};
    if (!year) return out;
    out.push_back({"alder", i18n::key("Ålder, som personen själv har sagt"), age()});
    out.push_back({"barn", i18n::key("Finns det barn här?"), asked_of_children()});
    out.push_back({"malgrupp-kon", i18n::key("Vem man hjälper, och kön"), target_group(true), sex()});
    return out;
}
}

const std::vector<TableSpec>& catalogue(const Period& period) {
    static const auto of_year = tables(true), of_tertial = tables(false);
    return period.whole_year() ? of_year : of_tertial;
}
}
