#pragma once
#include "features/references/public.hpp"
#include "platform/html/html.hpp"
#include "platform/pack/stamp.hpp"
#include <map>
#include <string>
#include <vector>
namespace outreach {

struct Wording {
    std::string title, summary, card;
    std::vector<std::string> signs, say, may, must;
    html::Markup body;
};
// The page for one kind of workplace, address /hanvisa/{name}.
struct Workplace {
    std::string name, file, verified, stamp;
    int position = 100, review_months = 12;
    std::vector<std::string> law, sources, guideline;
    std::map<i18n::Language, Wording> wording;
    std::array<pack::Translation, 2> translations;
    const Wording& in(i18n::Language) const;
    i18n::Language shown_in(i18n::Language l) const { return wording.contains(l) ? l : i18n::Language::sv; }
};

Workplace parse(const std::string& name, std::string_view source, const std::string& file, const references::References&, pack::Problems&);
void add_translation(Workplace&, i18n::Language, std::string_view source, const std::string& file, pack::Problems&);
}
