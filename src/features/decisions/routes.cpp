#include "features/decisions/routes.hpp"
#include "features/decisions/pages.hpp"
#include "platform/audit/audit.hpp"
#include <algorithm>

namespace decisions {
namespace {
using rights::Role;
using web::Access;
using web::Lane;
using web::Method;
using web::Request;
using web::Response;

constexpr rights::Roles readers{Role::administrator, Role::head_of_operations, Role::director, Role::registrar, Role::consultant};
constexpr rights::Roles writers{Role::administrator, Role::director, Role::registrar};

// A key without a letter looks like a person's number, which the access log refuses: "2026-118-42" is said as "beslut-2026-118-42".
std::string as_object(const std::string& key) {
    const bool letter = std::any_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return (letter ? key : "beslut-" + key).substr(0, 64);
}

// What every change needs: the register as it is stored now, the way to store it, and the line of the access log.
class Desk {
    Source source_;
    db::Database& database_;
    const pack::Editor& editor_;
    const base::Clock& clock_;

public:
    Desk(Source source, db::Database& database, const pack::Editor& editor, const base::Clock& clock) : source_(std::move(source)), database_(database), editor_(editor), clock_(clock) {}

    Response shown(const Request& request) const {
        const auto shown = source_();
        return register_page({request, *shown->frame}, *shown, hash());
    }
    Response empty_form(const Request& request) const {
        const auto shown = source_();
        Form form{.seen = hash()};
        if (shown->catalogue->find(request.asked("stod"))) form.services.emplace_back(request.asked("stod"));
        return decision_page({request, *shown->frame}, *shown, nullptr, form, {});
    }
    Response filled_form(const Request& request) const {
        const auto shown = source_();
        const auto* decision = shown->reg->find(request.param("key"));
        if (!decision) return Response::not_found();
        auto form = form_of(*decision);
        form.seen = hash();
        return decision_page({request, *shown->frame}, *shown, decision, form, {});
    }
    Response add(const Request& request) const { return put(request, nullptr); }
    Response change(const Request& request) const {
        const auto shown = source_();
        const auto* decision = shown->reg->find(request.param("key"));
        return decision ? put(request, decision) : Response::not_found();
    }
    Response remove(const Request& request) const {
        const auto shown = source_();
        auto reg = *shown->reg;
        const std::string key(request.param("key"));
        if (!reg.find(key)) return Response::not_found();
        std::erase_if(reg.decisions, [&](const Decision& d) { return d.key == key; });
        return save(request, reg, request.field("seen"), key) ? Response::see_other("/personal/beslut?klart=borttaget") : Response::see_other("/personal/beslut?klart=andrat");
    }
    Response answer(const Request& request) const {
        const auto shown = source_();
        auto reg = *shown->reg;
        const auto said = request.field("carer_support");
        reg.carer_support = said == "ja" ? CarerSupport::needs_decision : said == "nej" ? CarerSupport::needs_none : CarerSupport::unanswered;
        return save(request, reg, request.field("seen"), "sol-13-9") ? Response::see_other("/personal/beslut?klart=svar") : Response::see_other("/personal/beslut?klart=andrat");
    }

private:
    std::string hash() const {
        return database_.read([&](db::Reader& reader) { return pack::content_hash(editor_.source(reader, record_path)); });
    }
    base::Result<std::int64_t, pack::Editor::Refusal> save(const Request& request, const Register& reg, std::string_view seen, const std::string& object) const {
        const auto now = clock_.now();
        return editor_.save({std::string(record_path), written(reg)}, seen, now, [&](db::Transaction& tx) {
            audit::record(tx, *request.actor, now, {.act = audit::Act::write, .kind = "decision", .object = as_object(object)});
        });
    }
    Response put(const Request& request, const Decision* existing) const {
        const auto shown = source_();
        const page::Visit visit(request, *shown->frame);
        const auto form = form_of(request);
        page::FieldErrors errors;
        const auto decision = decision_of(form, *shown->reg, existing ? existing->key : "", visit, errors);
        if (!decision) return decision_page(visit, *shown, existing, form, errors);
        auto reg = *shown->reg;
        std::erase_if(reg.decisions, [&](const Decision& d) { return d.key == decision->key; });
        reg.decisions.push_back(*decision);
        const auto saved = save(request, reg, form.seen, decision->key);
        if (saved) return Response::see_other("/personal/beslut?klart=sparat");
        if (saved.refusal().meanwhile) errors.add("", visit.t("Någon annan ändrade registret medan du skrev. Öppna sidan Beslut igen och lägg in din ändring på nytt. Det du skrev står kvar här."));
        for (const auto& fault : saved.refusal().faults) errors.add("services", fault.reason + " " + fault.remedy);
        return decision_page(visit, *shown, existing, form, errors);
    }
};
}

web::Routes routes(Source source, db::Database& database, const pack::Editor& editor, const base::Clock& clock) {
    const auto desk = std::make_shared<const Desk>(std::move(source), database, editor, clock);
    const auto page = [&](Response (Desk::*answer)(const Request&) const) { return [desk, answer](const Request& r) { return ((*desk).*answer)(r); }; };
    const auto may_read = Access::only(readers), may_write = Access::only(writers);
    return {
        {Method::get, "/personal/beslut", may_read, Lane::database, "decisions.register", page(&Desk::shown)},
        {Method::get, "/personal/beslut/nytt", may_write, Lane::database, "decisions.new", page(&Desk::empty_form)},
        {Method::post, "/personal/beslut/nytt", may_write, Lane::database, std::string(add_route), page(&Desk::add)},
        {Method::post, "/personal/beslut/stod-enligt-13-9", may_write, Lane::database, std::string(answer_route), page(&Desk::answer)},
        {Method::get, "/personal/beslut/{key}", may_write, Lane::database, "decisions.decision", page(&Desk::filled_form)},
        {Method::post, "/personal/beslut/{key}", may_write, Lane::database, std::string(change_route), page(&Desk::change)},
        {Method::post, "/personal/beslut/{key}/ta-bort", may_write, Lane::database, std::string(remove_route), page(&Desk::remove)},
    };
}
}
