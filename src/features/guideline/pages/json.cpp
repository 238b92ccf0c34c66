#include "features/guideline/pages.hpp"
#include "platform/page/json.hpp"

namespace guideline {
namespace {
void statement(page::Json& json, const Statement& s) {
    json.object([&] {
        json.text("id", s.id);
        json.text("text", s.text);
        json.text("kind", key(s.kind));
        json.text_or_null("role", s.role);
        json.array("parts", s.parts);
        json.array("needs", s.needs);
        json.array("areas", s.areas);
        json.array("law", s.law);
        json.text_or_null("note", s.note);
    });
}
}

web::Response guideline_json(const Guideline& g) {
    page::Json json;
    json.object([&] {
        json.text("title", g.title);
        json.text("municipality", g.municipality);
        json.text("language", "sv");
        json.number("version", g.version);
        json.text_or_null("decision_number", g.decision_number);
        json.text_or_null("decision_date", g.decision_date);
        json.text_or_null("valid_from", g.valid_from);
        json.text_or_null("next_review", g.next_review);
        json.text_or_null("decided_by", g.decided_by);
        json.text_or_null("responsible", g.responsible);
        json.text_or_null("replaces", g.replaces);
        json.list("roles", [&] {
            for (const auto& role : g.roles) json.object([&] { json.text("key", role.key), json.text("title", role.title), json.text("about", role.about); });
        });
        json.list("sections", [&] {
            for (const auto& section : g.sections)
                json.object([&] {
                    json.text("id", section.id), json.text("title", section.title);
                    json.list("statements", [&] { for (const auto& s : section.statements) statement(json, s); });
                });
        });
    });
    web::Response response;
    response.type = "application/json; charset=utf-8";
    response.body = json.view();
    return response;
}
}
