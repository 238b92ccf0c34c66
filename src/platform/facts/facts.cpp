#include "platform/facts/facts.hpp"
#include "platform/db/hash.hpp"
#include <algorithm>

namespace facts {
namespace {
constexpr db::Sql add{"facts.add", "INSERT INTO fact (id, kind, day, words, salt, amount) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
constexpr db::Sql add_to{"facts.add_to", "INSERT INTO fact (id, kind, day, words, salt, amount) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                                         "ON CONFLICT (id) DO UPDATE SET salt = (fact.salt + excluded.salt) % 4294967296, amount = fact.amount + excluded.amount"};
constexpr db::Sql amount_of{"facts.amount", "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM fact WHERE kind = ?1 AND day = ?2 AND words = ?3"};
constexpr db::Sql summed{"facts.sums", "SELECT words, CAST(SUM(amount) AS BIGINT), COUNT(*), CAST(SUM(salt) AS BIGINT) FROM fact "
                                       "WHERE kind = ?1 AND day >= ?2 AND day <= ?3 GROUP BY words ORDER BY words"};
constexpr db::Sql earliest{"facts.first_day", "SELECT day FROM fact ORDER BY day LIMIT 1"};

// "age=65_up sex=woman": in order, so that the same words are the same text.
std::string text_of(std::vector<Word> words) {
    std::sort(words.begin(), words.end(), [](const Word& one, const Word& other) { return one.key < other.key; });
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + std::string(word.key) + "=" + std::string(word.says);
    return out;
}
std::string day_of(const Fact& fact) { return calendar::iso(of_a_year(fact.kind) ? calendar::Date{fact.day.year, 12, 31} : fact.day); }
void check(const Fact& fact) {
    base::require(calendar::exists(fact.day), "a fact has a day");
    for (std::size_t i = 0; i < fact.words.size(); ++i) {
        base::require(known(fact.kind, fact.words[i]), "a fact says only words of the program");
        for (std::size_t j = 0; j < i; ++j) base::require(fact.words[i].key != fact.words[j].key, "a fact says a dimension once");
    }
    base::require(known(fact.kind), "a fact has a kind of the program");
}
std::map<std::string, std::string, std::less<>> words_in(std::string_view text) {
    std::map<std::string, std::string, std::less<>> out;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size()), equals = text.find('=');
        base::require(equals < end, "a stored fact's words are written otherwise");
        out.emplace(text.substr(0, equals), text.substr(equals + 1, end - equals - 1));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}
}

Drawn draw(crypto::Randomness& randomness) {
    std::array<unsigned char, 4> bytes{};
    randomness.fill(bytes);
    std::uint32_t salt = 0;
    for (const auto byte : bytes) salt = salt << 8 | byte;
    return {crypto::text_of(crypto::random_id(randomness)), salt};
}

void record(db::Transaction& tx, const Fact& fact, const Drawn& drawn) {
    check(fact);
    const auto day = day_of(fact), words = text_of(fact.words);
    if (!of_a_year(fact.kind)) return void(tx.execute(add, {drawn.id, fact.kind, day, words, drawn.salt, fact.amount}));
    tx.execute(add_to, {db::sha256(std::string(fact.kind) + "|" + day + "|" + words), fact.kind, day, words, drawn.salt, fact.amount});
}
std::int64_t amount(db::Reader& reader, const Fact& fact) {
    return reader.one(amount_of, {fact.kind, day_of(fact), text_of(fact.words)}, [](const db::Row& row) { return row.integer(0); });
}
Drawn other(const Drawn& drawn) { return {drawn.id, drawn.salt * 2654435761u + 1}; }
bool open(calendar::Date day, calendar::Date today) { return today <= calendar::Date{day.year + 1, 1, 31}; }

Fact contact_closed(calendar::Date day, std::string_view channel, std::string_view outcome, std::string_view children) {
    return {.kind = "contact.closed", .day = day, .words = {{"channel", channel}, {"outcome", outcome}, {"children", children}}};
}

std::string_view Sum::says(std::string_view key) const {
    const auto found = words.find(key);
    return found == words.end() ? std::string_view() : std::string_view(found->second);
}
std::vector<Sum> sums(db::Reader& reader, std::string_view kind, calendar::Date first, calendar::Date last) {
    return reader.query(summed, {kind, calendar::iso(first), calendar::iso(last)}, [](const db::Row& row) {
        return Sum{words_in(row.text(0)), row.integer(1), row.integer(2), static_cast<std::uint32_t>(row.integer(3))};
    });
}
std::optional<calendar::Date> first_day(db::Reader& reader) {
    const auto found = reader.optional_one(earliest, {}, [](const db::Row& row) { return std::string(row.text(0)); });
    return found ? calendar::date_from(*found) : std::nullopt;
}
}
