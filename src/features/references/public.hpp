#pragma once
#include "platform/i18n/language.hpp"
#include "platform/pack/value.hpp"
#include "platform/page/components.hpp"
#include <map>
#include <string>
#include <vector>
namespace references {

// One place in the law, in our own plain words. Dates are ISO days; in_force_until is empty while it applies.
struct Law {
    std::string key, act, place, in_force, in_force_until, checked, web;
    i18n::Text says;
    bool to_verify = false;
};
// Where a piece of knowledge comes from. date is empty when the pack does not know it.
struct Source {
    std::string key, title, publisher, kind, date, web;
};
struct References {
    std::map<std::string, Law, std::less<>> laws;
    std::map<std::string, Source, std::less<>> sources;
    const Law* law(std::string_view key) const;
    const Source* source(std::string_view key) const;
};

References parse(std::string_view laws, std::string_view sources, pack::Problems&);
// Reads law = […] and sources = […] of any record and reports keys that do not exist.
std::vector<std::string> law_keys(pack::Fields&, const References&);
std::vector<std::string> source_keys(pack::Fields&, const References&);
// "Socialtjänstlagen (2025:400), 13 kap. 9 §: …", with since when, and what is not checked said openly.
void law_line(html::Html&, const page::Visit&, const Law&);
void source_line(html::Html&, const page::Visit&, const Source&);
}
