// What was written, by whom, whether it has been read, and what humans have judged of it.
#include "base/text.hpp"
#include "features/contact/pages/desk/typed.hpp"

namespace contact {
namespace {
using html::Html;

std::string by_whom(const Visit& visit, const OpenedContact& o, const store::Message& m) {
    const auto who = m.account ? o.colleagues.of(visit, *m.account) : std::string();
    switch (m.kind) {
        case MessageKind::incoming: return std::string(visit.t("Den som frågar"));
        case MessageKind::answer: return visit.t("Svar, {who}", {{"who", who}});
        case MessageKind::note: return visit.t("Anteckning för er i teamet, {who}", {{"who", who}});
        case MessageKind::call: return visit.t("Samtal, {who}", {{"who", who}});
    }
    throw base::Bug("an unknown kind of message");
}
// Read state is of what she can read here at all.
std::string read_words(const Visit& visit, const OpenedContact& o, const store::Message& m) {
    if (m.kind != MessageKind::answer || !o.code) return {};
    return m.read_at ? visit.t("Läst {when}", {{"when", when(visit, *m.read_at)}}) : std::string(visit.t("Inte läst än"));
}

void judged_words(Html& h, const Visit& visit, const OpenedContact& o, std::int64_t message) {
    const auto s = standing(o.judged, message);
    std::vector<std::string> yes, unsure;
    for (const auto q : triage_questions) {
        const auto& one = s[static_cast<std::size_t>(q)];
        if (one && one->answer == Answer::yes) yes.emplace_back(visit.t(words(q)));
        if (one && one->answer == Answer::unsure) unsure.emplace_back(visit.t(words(q)));
    }
    const auto url = visit.url(path_of(o.contact().id) + "/bedom").with("meddelande", base::to_text(message));
    h.el("p", {{"class", "judged"}}, [&] {
        if (!complete(s)) {
            page::icon(h, visit.frame, "warning"), h.text(visit.t("Inte bedömt än.")), h.text(" ");
            if (o.may_act()) page::link_about(h, url, visit.t("Bedöm"), visit.t("meddelande {n}", {{"n", base::to_text(message)}}));
            return;
        }
        page::icon(h, visit.frame, "check"), h.text(visit.t("Bedömt {when}, {who}.", {{"when", when(visit, s[0]->at)}, {"who", o.colleagues.of(visit, s[0]->account)}})), h.text(" ");
        h.text(yes.empty() && unsure.empty() ? visit.t("Nej på alla sex frågorna.") : std::string_view()), h.text(" ");
        if (o.may_act()) page::link_about(h, url, visit.t("Bedöm igen"), visit.t("meddelande {n}", {{"n", base::to_text(message)}}));
    });
    if (!yes.empty()) h.el("p", {{"class", "judged"}}, visit.t("Ja: {questions}", {{"questions", base::joined(yes, " ")}}));
    if (!unsure.empty()) h.el("p", {{"class", "judged"}}, visit.t("Osäker: {questions}", {{"questions", base::joined(unsure, " ")}}));
}
}

void conversation(Html& h, const Visit& visit, const OpenedContact& o) {
    h.el("section", {{"class", "stack-small"}, {"aria-labelledby", "skrivet"}}, [&] {
        h.el("h2", {{"id", "skrivet"}}, visit.t("Det som har skrivits"));
        if (o.said.empty()) h.el("p", visit.t("Inget är skrivet. Personen vill bli uppringd."));
        if (o.contact().left_at) h.el("p", visit.t("Den som frågade avslutade {when} och kan inte läsa mer här.", {{"when", when(visit, *o.contact().left_at)}}));
        h.el("ol", {{"class", "talk"}}, [&] {
            for (const auto& one : o.said)
                h.el("li", {{"class", key(one.message.kind)}, {"id", "m" + base::to_text(one.message.position)}}, [&] {
                    h.el("p", {{"class", "talk-head"}}, [&] {
                        h.el("b", by_whom(visit, o, one.message));
                        h.el("span", when(visit, one.message.at));
                        if (const auto read = read_words(visit, o, one.message); !read.empty()) h.el("span", read);
                    });
                    h.el("p", {{"class", "talk-text"}}, one.text);
                    if (one.message.kind == MessageKind::incoming) judged_words(h, visit, o, one.message.position);
                });
        });
    });
}
}
