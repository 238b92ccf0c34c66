#pragma once
#include "platform/calendar/date.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
#include <map>
#include <vector>
// What happened, so coarse that it is about nobody (design 2, security 7): written in the transaction of what it is about, without person, area,
// unit or id of what it came from. Follow-up reads these and nothing else. A fact of a day is a row that is never changed. One of a year is added
// to the row that says the same: no row is one answer, and no order of rows tells which of them are one person's.
//   const auto drawn = facts::draw(randomness);                      // before the transaction
//   facts::record(tx, facts::contact_closed(today, "written", "answered"), drawn);
namespace facts {

// A dimension and its value, both of the closed list in words.cpp.
struct Word {
    std::string_view key, says;
};
struct Fact {
    std::string_view kind;   // of the closed list: "contact.logged", "contact.closed", "work.done" …
    calendar::Date day;
    std::vector<Word> words = {};   // each dimension at most once, in any order
    std::int64_t amount = 1;        // -1 takes one back
};
// Its id, and the random number that decides its part of the noise; nothing else uses them. A row of a year has an id of its own.
struct Drawn {
    std::string id;
    std::uint32_t salt = 0;
};
Drawn draw(crypto::Randomness&);
// For the other of two facts of a year that are written of one thing: the sums of their numbers differ, and so does their noise.
Drawn other(const Drawn&);

// A kind, a dimension or a value that is not on the list is a Bug: nothing that somebody typed gets in. Of a fact of a year only the year is kept.
void record(db::Transaction&, const Fact&, const Drawn&);
// How many there are of the same kind and words, in its day or its year.
std::int64_t amount(db::Reader&, const Fact&);
// Whether what happened on a day may still be told or taken back: until the end of January after, and its year is shown from then on. A number that
// is shown is drawn once (security 7.3).
bool open(calendar::Date day, calendar::Date today);
// Whether there is such a kind, and whether a fact of it may say so.
bool known(std::string_view kind);
bool known(std::string_view kind, const Word&);
// Whether facts of the kind belong to a year and to no day in it.
bool of_a_year(std::string_view kind);

// A contact that came through the site or was handed over, when it is closed. All but the day as they stand in contact_contact.
Fact contact_closed(calendar::Date day, std::string_view channel, std::string_view outcome, std::string_view children = "not_asked");

// All facts of a kind with the same words, in some days.
struct Sum {
    std::map<std::string, std::string, std::less<>> words;
    std::int64_t amount = 0;
    std::int64_t facts = 0;      // how many rows it is made of, also those that take back
    std::uint32_t salts = 0;     // their numbers' sum mod 2^32
    // What it says of a dimension, or "".
    std::string_view says(std::string_view key) const;
};
std::vector<Sum> sums(db::Reader&, std::string_view kind, calendar::Date first, calendar::Date last);
// The first day there is a fact of, of any kind.
std::optional<calendar::Date> first_day(db::Reader&);
}
