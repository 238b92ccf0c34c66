#include "features/guideline/pages_public.hpp"
#include "features/guideline/routes_desk.hpp"
#include "platform/calendar/calendar.hpp"
#include <charconv>

namespace guideline {
namespace {
using page::Visit;
using web::Access;
using web::Lane;
using web::Method;
using web::Request;
using web::Response;

int number_in(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

// The versions that everybody may read, from the database; one of them asked for by its number.
class Versions {
    Ground ground_;

    // Before the first revision the content is the first version.
    struct Found {
        Edition edition;
        Guideline text;
    };
    std::optional<Found> find(const Request& request, const Shown& shown) const {
        const auto number = number_in(request.param("nummer"));
        const auto stored = ground_.database.read([](db::Reader& reader) { return store::versions(reader); });
        for (const auto& e : editions(shown, stored))
            if (e.number == number) return Found{e, text(shown, stored, number)};
        return std::nullopt;
    }
    static Guideline text(const Shown& shown, const std::vector<Version>& stored, int number) {
        pack::Problems old;
        for (const auto& v : stored)
            if (v.number == number) return parse(v.source, *shown.references, old);
        return *shown.guideline;
    }
    std::vector<Edition> all(const Shown& shown) const { return editions(shown, ground_.database.read([](db::Reader& reader) { return store::versions(reader); })); }

public:
    explicit Versions(Ground ground) : ground_(std::move(ground)) {}
    Response list(const Request& request) const {
        const auto shown = ground_.source();
        return versions_page({request, *shown->frame}, *shown, all(*shown), calendar::day(ground_.clock.now()), {});
    }
    Response one(const Request& request) const {
        const auto shown = ground_.source();
        const auto found = find(request, *shown);
        return found ? version_page({request, *shown->frame}, *shown, found->text, found->edition) : Response::not_found();
    }
    Response json(const Request& request) const {
        const auto shown = ground_.source();
        const auto found = find(request, *shown);
        return found ? guideline_json(found->text) : Response::not_found();
    }
    Response pdf(const Request& request) const {
        const auto shown = ground_.source();
        const auto found = find(request, *shown);
        if (!found) return Response::not_found();
        const auto today = calendar::day(ground_.clock.now());
        const auto name = "version/" + std::to_string(found->edition.number);
        return pdf_file(shown->papers->of(name, today, [&] { return guideline_pdf(*shown, found->text, today); }), found->edition.number);
    }
    Response compare(const Request& request) const {
        const auto shown = ground_.source();
        if (request.asked("fran").empty() && request.asked("till").empty()) return list(request);   // nothing is chosen yet
        const int from = number_in(request.asked("fran")), to = number_in(request.asked("till"));
        const auto changed = ground_.database.read([&](db::Reader& reader) { return changed_between(reader, *shown->references, from, to); });
        return changed ? compare_page({request, *shown->frame}, *changed) : Response::not_found();
    }
    Response day(const Request& request) const {
        const auto shown = ground_.source();
        const Visit visit(request, *shown->frame);
        const auto asked = request.asked("dag");
        if (asked.empty()) return list(request);
        const auto known = all(*shown);
        page::FieldErrors errors;
        const auto* found = calendar::date_from(asked) ? on_day(known, asked) : nullptr;
        if (found) return Response::see_other(page::localised(found->in_force ? "/riktlinje" : std::string(version_path) + "/" + std::to_string(found->number), visit.language()));
        errors.add("dag", calendar::date_from(asked) ? visit.t("Ingen version är känd så långt tillbaka. Välj en senare dag.") : visit.t("Skriv dagen som 2026-11-22"));
        return versions_page(visit, *shown, known, asked, errors);
    }
};
}

web::Routes version_routes(const Ground& ground) {
    const auto versions = std::make_shared<const Versions>(ground);
    const auto page = [&](Response (Versions::*answer)(const Request&) const) { return [versions, answer](const Request& r) { return ((*versions).*answer)(r); }; };
    const auto one = std::string(version_path) + "/{nummer}";
    return {
        {Method::get, std::string(versions_path), Access::anyone, Lane::database, "guideline.versions", page(&Versions::list)},
        {Method::get, one, Access::anyone, Lane::database, "guideline.version", page(&Versions::one)},
        {Method::get, one + "/riktlinje.pdf", Access::anyone, Lane::heavy, "guideline.version_pdf", page(&Versions::pdf)},
        {Method::get, one + "/riktlinje.json", Access::anyone, Lane::database, "guideline.version_json", page(&Versions::json)},
        {Method::get, std::string(compare_path), Access::anyone, Lane::database, "guideline.compare", page(&Versions::compare)},
        {Method::get, std::string(day_path), Access::anyone, Lane::database, "guideline.on_day", page(&Versions::day)},
    };
}
}
