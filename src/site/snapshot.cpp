#include "site/snapshot.hpp"
#include "base/text.hpp"
#include "features/activities/pages_public.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/pack/stamp.hpp"
#include "platform/theme/theme.hpp"
#include "site/desk.hpp"
#include "site/logo.hpp"

namespace site {
namespace {

std::string facet_words(const directory::Offer& offer, const directory::Vocabulary& vocabulary) {
    std::string out;
    for (const auto& term : vocabulary.terms()) {
        if (!offer.terms[term.number]) continue;
        // A question whose every word fits says nothing about this offer.
        const auto all = vocabulary.all(term.facet);
        if ((offer.terms & all) == all) continue;
        out += std::string(directory::key(term.facet)) + ":" + term.key + " " + term.name.sv + "\n";
    }
    return out;
}

search::Document document(std::uint32_t number, const directory::Offer& offer, const directory::Vocabulary& vocabulary) {
    return {number, offer.name, offer.title.sv, base::joined(offer.also_called, "\n") + "\n" + offer.title.en + "\n" + offer.title.latt, offer.summary.sv, facet_words(offer, vocabulary), offer.body.sv};
}
search::Document document(std::uint32_t number, const articles::Article& article) {
    const auto& sv = article.in(i18n::Language::sv);
    return {number, "page:" + article.name, sv.title, base::joined(article.also_called, "\n") + "\n" + article.in(i18n::Language::en).title, sv.summary, "", sv.plain};
}

std::vector<Target> targets_of(const Content& content) {
    std::vector<Target> targets;
    for (const auto& offer : content.catalogue->offers()) targets.push_back({.offer = &offer});
    for (const auto& article : content.library->articles()) targets.push_back({.article = &article});
    return targets;
}

search::Index index_of(const Content& content, const std::vector<Target>& targets) {
    std::vector<search::Document> documents;
    documents.reserve(targets.size());
    for (const auto& target : targets) {
        const auto number = static_cast<std::uint32_t>(documents.size());
        documents.push_back(target.offer ? document(number, *target.offer, content.catalogue->vocabulary()) : document(number, *target.article));
    }
    return search::Index::build(documents, content.synonyms);
}

// A decision begins and ends with the day, so the clock is asked each time.
std::function<bool(const directory::Offer&)> only_information(const Content& content, const base::Clock& clock) {
    return [&content, &clock](const directory::Offer& offer) {
        return std::holds_alternative<decisions::InformationOnly>(decisions::standing(content.decisions, offer, calendar::day(clock.now())));
    };
}

// What the guideline leads to in other features: pages and workplaces of its parts, and what is coming of an offer.
std::vector<guideline::Elsewhere> pages_of(const Content& content, const std::vector<std::string>& parts) {
    const auto named = [&](const std::vector<std::string>& list) { return std::any_of(list.begin(), list.end(), [&](const auto& one) { return std::find(parts.begin(), parts.end(), one) != parts.end(); }); };
    std::vector<guideline::Elsewhere> out;
    for (const auto& article : content.library->articles())
        if (named(article.guideline)) out.push_back({article.name, article.in(i18n::Language::sv).title, "/" + article.name});
    for (const auto& workplace : content.workplaces)
        if (named(workplace.guideline)) out.push_back({"hanvisa/" + workplace.name, workplace.in(i18n::Language::sv).title, "/hanvisa/" + workplace.name});
    return out;
}
std::vector<guideline::Elsewhere> coming_of(const activities::Listing& listing, std::string_view offer) {
    std::vector<guideline::Elsewhere> out;
    for (const auto* one : listing.of_offer(offer)) out.push_back({one->activity.slug, activities::discreet_title(one->activity), "/aktiviteter/" + one->activity.slug});
    return out;
}

page::Frame frame(const Content& content, const Parts& parts, const std::string& theme_hash) {
    const auto& m = content.municipality;
    return {.municipality = m.name,
            .own_address = m.own_address,
            .site_name = m.site_name,
            .logo = inline_logo(content.logo),
            .languages = m.languages,
            .stylesheets = {html::Url::path("/tema.css").with("v", theme_hash), parts.assets.url("app.css")},
            .font = parts.assets.url("source-sans-3.woff2"),
            .icons = parts.assets.url("icons.svg"),
            .favicon = parts.assets.url("icons.svg"),
            .script = parts.assets.url("site.js"),
            .staff_stylesheet = parts.assets.url("staff.css"),
            .staff_script = parts.assets.url("staff.js"),
            .demo = parts.demo,
            .stamps = &parts.stamps,
            .desk = desk_entries()};
}
}

std::shared_ptr<const Snapshot> make_snapshot(std::shared_ptr<const Content> content, std::int64_t generation, const Parts& parts) {
    auto css = theme::stylesheet(content->municipality.colour);
    auto hash = pack::stamp({css});
    auto targets = targets_of(*content);
    std::shared_future<search::Index> index = std::async(std::launch::async, [content, targets] { return index_of(*content, targets); });
    const auto& c = *content;
    auto made = std::shared_ptr<Snapshot>(new Snapshot{content, generation, std::move(css), hash, frame(c, parts, hash), std::move(targets), std::move(index),
                                                       {nullptr, c.catalogue.get(), &c.references, &c.municipality, only_information(c, parts.clock)},
                                                       {nullptr, c.library.get(), c.catalogue.get(), &c.references, &c.municipality},
                                                       {nullptr, &c.guide, c.catalogue.get(), c.library.get(), &c.municipality, &parts.stamps},
                                                       {nullptr, &c.guideline, &c.references, &c.promises, &c.registers, c.catalogue.get(), &c.decisions, &parts.clock},
                                                       {nullptr, &c.workplaces, c.catalogue.get(), &c.references, &c.municipality, &c.logo, &parts.clock},
                                                       {nullptr, &c.decisions, c.catalogue.get(), &parts.clock}});
    made->directory.frame = made->articles.frame = made->guide.frame = made->guideline.frame = made->outreach.frame = made->decisions.frame = &made->frame;
    made->sign_in = {&made->frame, &c.sign_in};
    made->contact = {.frame = &made->frame, .municipality = &c.municipality, .catalogue = c.catalogue.get(), .retention = &c.retention, .ways_out = &c.ways_out};
    made->activities = {&made->frame, &c.decisions, c.catalogue.get(), &c.municipality, &parts.clock, &c.survey};
    made->agenda = parts.agenda;
    if (parts.agenda) made->directory.coming = [agenda = parts.agenda](html::Html& h, const page::Visit& visit, const directory::Offer& offer) { activities::coming_of_offer(h, visit, *agenda->get(), offer.name); };
    if (parts.agenda) made->directory.has_coming = [agenda = parts.agenda](const directory::Offer& offer) { return !agenda->get()->of_offer(offer.name).empty(); };
    if (parts.agenda) made->guide.coming = [agenda = parts.agenda, shown = &made->activities](html::Html& h, const page::Visit& visit, const std::vector<std::string_view>& offers) {
        const auto coming = agenda->get();
        activities::coming_in_search(h, visit, {*shown, *coming, shown->clock->now()}, "", offers);
    };
    if (parts.agenda) made->outreach.coming = [agenda = parts.agenda](const page::Visit& visit) {
        std::vector<outreach::ComingUp> out;
        for (auto& one : activities::coming_on_paper(visit, *agenda->get())) out.push_back({std::move(one.title), std::move(one.when), std::move(one.where)});
        return out;
    };
    made->settings = {&made->frame, c.catalogue.get()};
    made->guideline.logo = &c.logo, made->guideline.municipality = c.municipality.name;
    made->guideline.pages_of = [&c](const std::vector<std::string>& names) { return pages_of(c, names); };
    if (parts.agenda) made->guideline.coming_of = [agenda = parts.agenda](std::string_view offer) { return coming_of(*agenda->get(), offer); };
    return made;
}
}
