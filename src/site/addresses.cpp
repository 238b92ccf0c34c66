#include "site/addresses.hpp"
#include "site/content.hpp"

namespace site {

Addresses::Addresses(const Content& content) : all_{"/", "/stod", "/aktiviteter", "/sok", "/lotsen", "/riktlinje", "/riktlinje/versioner", "/sa-gar-det", "/tyck-till", "/ni-sa-vi-gjorde", "/hanvisa", "/broschyr", "/broschyr/utskrift", "/broschyr/texter",
    "/lagen", "/fraga", "/ung/fraga", "/fraga/besok", "/fraga/brev", "/fraga/skyddad", "/svar", "/borja/laget", "/borja/vem", "/borja/behov", "/borja/oro"} {
    for (const auto& offer : content.catalogue->offers()) all_.insert("/stod/" + offer.name);
    for (const auto& article : content.library->articles()) all_.insert("/" + article.name);
    for (const auto& workplace : content.workplaces) all_.insert("/hanvisa/" + workplace.name);
    for (const auto& section : content.guideline.sections)
        for (const auto& statement : section.statements) all_.insert("/riktlinje/" + statement.id);
}
bool Addresses::has(std::string_view link) const { return all_.contains(link.substr(0, link.find_first_of("?#"))); }
}
