// …/efter/kod: the code for the wall or the table, also printed. It says neither what group it is nor who was there.
#include "features/activities/pages_run.hpp"
#include "platform/documents/documents.hpp"

namespace activities {
Response code_page(const Visit& visit, const Ground& ground, const Shown& shown) {
    const auto room = room_asked(visit, ground);
    if (!room) return Response::not_found();
    const auto now = ground.clock.now();
    const auto open = ground.database.read([&](db::Reader& reader) { return store::answering(reader, AreaScope::of(*visit.request.actor, team, now), room->session, now); });
    if (!open) return Response::see_other(visit.url(room_path(room->session.id, "/efter")).text());
    const auto code = answer_code(ground.vault, room->session.id);
    const auto full = own_address(visit, shown, std::string(answer_path) + "/" + code), begin = own_address(visit, shown, answer_path);
    return room_page(visit, *room, {"/efter", std::string(visit.t("Koden att svara med"))}, [&](Html& h) {
        page::print_button(h, visit);
        h.el("section", {{"class", "paper answer-code"}}, [&] {
            h.el("h2", visit.t("Några korta frågor"));
            h.el("p", visit.t("Frivilligt. Ingen ser vem som har svarat vad."));
            if (!full.empty()) h.el("div", {{"class", "qr"}}, [&] { h.raw(documents::qr_svg(full, visit.t("Adressen till frågorna som QR-kod"))); });
            h.el("p", [&] { h.text(visit.t("Adress:")), h.text(" "), h.el("b", begin.empty() ? std::string(answer_path) : begin); });
            h.el("p", [&] { h.text(visit.t("Kod:")), h.text(" "), h.el("b", {{"class", "reference"}}, code.substr(0, 4) + " " + code.substr(4)); });
        });
    });
}
}
