#include "features/participation/view.hpp"
#include "base/text.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/i18n/language.hpp"

namespace participation {
namespace {
template <class T> struct Said {
    T value;
    std::string_view key;
    const char* words;
};
template <class T, std::size_t N> const Said<T>& of(const std::array<Said<T>, N>& all, T value) {
    for (const auto& said : all)
        if (said.value == value) return said;
    throw base::Bug("a value without a key");
}
template <class T, std::size_t N> std::optional<T> from(const std::array<Said<T>, N>& all, std::string_view key) {
    for (const auto& said : all)
        if (said.key == key) return said.value;
    return std::nullopt;
}
constexpr std::array way_words{Said<Way>{Way::web, "web", i18n::key("På webben")}, Said<Way>{Way::phone, "phone", i18n::key("Per telefon")}, Said<Way>{Way::paper, "paper", i18n::key("På papper")}, Said<Way>{Way::meeting, "meeting", i18n::key("Vid ett möte")}};
constexpr std::array perspective_words{Said<Perspective>{Perspective::carer, "carer", i18n::key("Anhörig")}, Said<Perspective>{Perspective::staff, "staff", i18n::key("Arbetar med stöd eller omsorg")},
                                       Said<Perspective>{Perspective::association, "association", i18n::key("Förening eller råd")}, Said<Perspective>{Perspective::other, "other", i18n::key("Annat")}, Said<Perspective>{Perspective::unsaid, "unsaid", i18n::key("Inte sagt")}};
constexpr std::array kind_words{Said<Kind>{Kind::unsorted, "unsorted", i18n::key("Inte sorterad än")}, Said<Kind>{Kind::proposal, "proposal", i18n::key("Förslag eller fråga om riktlinjen")},
                                Said<Kind>{Kind::no_proposal, "no_proposal", i18n::key("Inget att svara på")}, Said<Kind>{Kind::handed_over, "handed_over", i18n::key("Lämnad till inkorgen")}};
constexpr std::array aside_words{Said<Aside>{Aside::rubbish, "rubbish", i18n::key("Skräp, eller skrivet av ett program")}, Said<Aside>{Aside::repeated, "repeated", i18n::key("Samma text som har kommit många gånger")},
                                 Said<Aside>{Aside::unreadable, "unreadable", i18n::key("Går inte att förstå")}};
constexpr std::array status_words{Said<Status>{Status::newly, "new", i18n::key("Väntar på svar")}, Said<Status>{Status::taken_up, "taken_up", i18n::key("Vi gör det")}, Said<Status>{Status::change, "change", i18n::key("Vi föreslår nämnden en ändring")},
                                  Said<Status>{Status::not_now, "not_now", i18n::key("Inte nu")}};
}
std::string_view key(Way v) { return of(way_words, v).key; }
const char* words(Way v) { return of(way_words, v).words; }
std::optional<Way> way_from(std::string_view k) { return from(way_words, k); }
std::string_view key(Perspective v) { return of(perspective_words, v).key; }
const char* words(Perspective v) { return of(perspective_words, v).words; }
std::optional<Perspective> perspective_from(std::string_view k) { return from(perspective_words, k); }
std::string_view key(Kind v) { return of(kind_words, v).key; }
const char* words(Kind v) { return of(kind_words, v).words; }
std::optional<Kind> kind_from(std::string_view k) { return from(kind_words, k); }
std::string_view key(Aside v) { return of(aside_words, v).key; }
const char* words(Aside v) { return of(aside_words, v).words; }
std::optional<Aside> aside_from(std::string_view k) { return from(aside_words, k); }
std::string_view key(Status v) { return of(status_words, v).key; }
const char* words(Status v) { return of(status_words, v).words; }
std::optional<Status> status_from(std::string_view k) { return from(status_words, k); }

namespace {
// Of letters and figures; every other character ends a word, those of typography too.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> out(1);
    const auto lower = base::lower(text);
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const auto c = static_cast<unsigned char>(lower[i]);
        const bool dash = c == 0xE2 && (lower.compare(i + 1, 1, "\x80") == 0 || lower.compare(i + 1, 1, "\x81") == 0), quote = c == 0xC2;
        if (!dash && !quote && (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) out.back() += lower[i];
        else if (!out.back().empty()) out.emplace_back();
        i += dash ? 2 : quote ? 1 : 0;
    }
    if (out.back().empty()) out.pop_back();
    return out;
}
}
bool only_repeats(std::string_view summary, std::string_view text) {
    constexpr std::size_t fewest = 3, in_a_row = 8;   // "Fler tider" may well be said in the same words
    const auto said = words_in(summary), wrote = words_in(text);
    if (wrote.size() < fewest) return false;
    const auto run = static_cast<std::ptrdiff_t>(std::min(in_a_row, std::max(fewest, wrote.size() - 1)));
    for (auto from = wrote.begin(); wrote.end() - from >= run; ++from)
        if (std::search(said.begin(), said.end(), from, from + run) != said.end()) return true;
    return wrote.size() <= in_a_row && std::all_of(wrote.begin(), wrote.end(), [&](const std::string& word) { return std::find(said.begin(), said.end(), word) != said.end(); });
}

std::string sealed(const crypto::Key& key, const ViewId& id, std::string_view text) { return crypto::sealed(key, {words_column, id.text()}, text); }
std::string opened(const crypto::Key& key, const ViewId& id, std::string_view envelope) {
    const auto text = crypto::opened(key, {words_column, id.text()}, envelope);
    base::require(static_cast<bool>(text), "a sealed view does not open");
    return std::string(text->text());
}
}
