#include "site/routes.hpp"
#include "features/activities/personal_data.hpp"
#include "features/activities/routes_plan.hpp"
#include "features/activities/routes_public.hpp"
#include "features/activities/routes_run.hpp"
#include "features/activities/routes_share.hpp"
#include "features/articles/routes.hpp"
#include "features/contact/ask_along.hpp"
#include "features/contact/inbox.hpp"
#include "features/contact/reception.hpp"
#include "features/contact/waiting.hpp"
#include "features/contact/personal_data.hpp"
#include "features/contact/routes.hpp"
#include "features/decisions/routes.hpp"
#include "features/directory/routes.hpp"
#include "features/guide/routes.hpp"
#include "features/guideline/routes.hpp"
#include "features/guideline/store_revision.hpp"
#include "features/guideline/routes_desk.hpp"
#include "features/guideline/told.hpp"
#include "features/outreach/routes.hpp"
#include "features/participation/personal_data.hpp"
#include "features/participation/public.hpp"
#include "features/participation/routes.hpp"
#include "features/people/public.hpp"
#include "features/privacy/public.hpp"
#include "features/privacy/routes.hpp"
#include "features/settings/routes.hpp"
#include "features/sign_in/routes.hpp"
#include "features/staff/routes.hpp"
#include "features/work/routes.hpp"
#include "site/consultation.hpp"
#include "site/desk.hpp"
#include "site/knowledge.hpp"
#include "site/facts.hpp"
#include "site/machine_pages.hpp"
#include "site/pages.hpp"

namespace site {
namespace {
using web::Access;
using web::Lane;
using web::Method;
using web::Request;

using SnapshotPage = web::Response (*)(const page::Visit&, const Snapshot&);
web::Page shown(const Current& current, SnapshotPage page) {
    return [&current, page](const Request& request) {
        const auto snapshot = current.get();
        return page({request, snapshot->frame}, *snapshot);
    };
}

web::Page staff(const Current& current, web::Response (*page)(const page::Visit&)) {
    return [&current, page](const Request& request) {
        const auto snapshot = current.get();
        return page({request, snapshot->frame});
    };
}

// Whoever runs the system sees how far the first days have come; a head, whether alerts wait.
web::Page desk(const Workings& w, const settings::Asked& asked) {
    return [&current = w.current, &database = w.database, &clock = w.clock, vault = w.vault, asked](const Request& request) {
        const auto snapshot = current.get();
        ToDo to_do;
        const auto& actor = *request.actor;
        if (actor.is(rights::Role::administrator)) to_do.first_days = settings::progress(settings::steps(database.read([&](db::Reader& reader) { return asked(reader, clock.now()); })));
        if (vault && actor.is_any(privacy::told)) to_do.alerts = database.read([&](db::Reader& reader) { return privacy::waiting_alerts(reader, *vault, actor, clock.now()); });
        if (actor.is(rights::Role::log_reviewer)) to_do.months = database.read([&](db::Reader& reader) { return privacy::months_to_review(reader, actor, rights::Role::log_reviewer, clock.now()); });
        if (actor.is_any(contact::counted_for)) to_do.contacts = database.read([&](db::Reader& reader) { return contact::waiting(reader, actor, clock.now()); });
        if (actor.is_any(participation::told_of_unread))
            database.read([&](db::Reader& reader) {
                to_do.views = participation::unread(reader, actor, clock.now());
                const auto reads = contact::reception(reader);
                const auto by = reads && to_do.views.oldest ? contact::promised(reader, reads->unit, snapshot->content->municipality, *to_do.views.oldest) : std::nullopt;
                to_do.views_late = by && *by < clock.now();
            });
        to_do.summaries = database.read([&](db::Reader& reader) { return participation::to_publish(reader, actor, clock.now()); });
        if (const auto changed = database.read([&](db::Reader& reader) { return guideline::to_read(reader, snapshot->content->references, actor); })) to_do.changed = changed->parts.size();
        return desk_page({request, snapshot->frame}, to_do);
    };
}

web::Routes own_routes(const Current& current, db::Database& database, const Leaving& leaving) {
    return {
        {Method::get, "/", Access::anyone, Lane::memory, "site.start", shown(current, start_page)},
        {Method::get, "/sok", Access::anyone, Lane::memory, "site.search", shown(current, search_page)},
        {Method::get, "/borja/{door}", Access::anyone, Lane::memory, "site.door", [&current](const Request& r) { const auto s = current.get(); return door_page({r, s->frame}, *s, r.param("door")); }},
        {Method::get, "/lamna", Access::anyone, Lane::memory, "site.leave", [&current, leaving](const Request& r) { return leave(r, *current.get(), leaving); }},
        {Method::get, "/tema.css", Access::anyone, Lane::memory, "site.theme", [&current](const Request& r) { return theme_css(r, *current.get()); }},
        {Method::get, "/robots.txt", Access::anyone, Lane::memory, "site.robots", [&current](const Request&) { return robots(*current.get()); }},
        {Method::get, "/sitemap.xml", Access::anyone, Lane::memory, "site.sitemap", [&current](const Request&) { return sitemap(*current.get()); }},
        {Method::get, "/personal/kortkommandon", Access::signed_in, Lane::database, "site.shortcuts", staff(current, shortcuts_page)},
        {Method::get, "/healthz", Access::anyone, Lane::memory, "site.healthz", [](const Request&) { return plain_text("ok\n"); }},
        {Method::get, "/readyz", Access::anyone, Lane::database, "site.readyz", [&current, &database](const Request&) { return ready(current, database); }},
    };
}

void add(web::Routes& all, web::Routes more) { all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }
}

web::Routes routes(const Workings& w) {
    const auto& current = w.current;
    auto& database = w.database;
    const auto memory = contact::new_memory();
    auto all = own_routes(current, database, {w.vault, memory});
    add(all, directory::routes(current.part(&Snapshot::directory), database));
    add(all, guide::routes(current.part(&Snapshot::guide), w.used));
    add(all, guideline::routes(current.part(&Snapshot::guideline)));
    add(all, guideline::desk_routes({current.part(&Snapshot::guideline), database, w.editor, w.clock, w.randomness, [&clock = w.clock](db::Reader& reader) { return privacy::log_reviewed(reader, clock.now()); }, participation::unanswered, knowledge()}));
    add(all, outreach::routes(current.part(&Snapshot::outreach)));
    add(all, decisions::routes(current.part(&Snapshot::decisions), database, w.editor, w.clock));
    const auto asked = facts_of(current, w.editor);
    add(all, settings::routes({current.part(&Snapshot::settings), database, w.editor, w.clock, asked}));
    all.push_back({Method::get, "/personal", Access::signed_in, Lane::database, "site.desk", desk(w, asked)});
    if (w.vault) {
        add(all, staff::routes({database, *w.vault, w.randomness, w.clock, current.part(&Snapshot::frame)}));
        add(all, work::routes({database, *w.vault, w.randomness, w.clock, current.part(&Snapshot::articles)}));
        add(all, privacy::routes({database, *w.vault, w.clock, current.part(&Snapshot::frame), w.randomness, {contact::personal_data(), activities::personal_data(), participation::personal_data(), people::personal_data()}}));
    }
    const auto asking = current.part(&Snapshot::contact);
    if (w.vault && w.sign_in) add(all, contact::routes({database, *w.vault, w.randomness, w.sign_in->passwords, w.clock, asking, activities::calls_page_about}, memory));
    else add(all, contact::phone_routes(asking));
    if (w.vault) add(all, participation::routes({database, *w.vault, w.randomness, w.clock, current.part(&Snapshot::guideline), asking, memory, drafts_asked_about(current), guideline::store::one_at_a_time}));
    add(all, activities::public_routes(current.part(&Snapshot::activities), *w.agenda));
    if (w.vault) {
        const auto along = w.sign_in ? std::make_shared<const contact::Along>(contact::Along{database, *w.vault, w.randomness, w.sign_in->passwords}) : nullptr;
        const activities::Ground ground{database, *w.vault, w.randomness, w.clock, current.part(&Snapshot::activities), *w.agenda, memory, along};
        add(all, activities::sign_up_routes(ground));
        add(all, activities::plan_routes(ground));
        add(all, activities::run_routes(ground));
        add(all, activities::share_routes(ground));
    }
    add(all, sign_in::routes(w.sign_in ? std::optional(*w.sign_in) : std::nullopt, current.part(&Snapshot::sign_in)));
    if (w.sign_in && w.sign_in->demo) add(all, sign_in::demo_routes(*w.sign_in));
    add(all, articles::routes(current.part(&Snapshot::articles)));
    return all;
}
}
