#include "platform/audit/verify.hpp"
#include "platform/audit/chain.hpp"
#include "platform/audit/links.hpp"

namespace audit {
namespace {
using chain::Digest;
constexpr std::int64_t at_once = 2000;
constexpr db::Sql seals_after{"audit.seals_after",
                              "SELECT s.position, s.line, s.content, s.persons, s.hash, s.sealed_at, "
                              "coalesce(l.id, ''), coalesce(l.at, 0), coalesce(l.subjects, 0), l.account, l.role, l.unit, l.area, l.session, l.act, l.kind, l.object, l.reason "
                              "FROM audit_seal s LEFT JOIN audit_line l ON l.id = s.line WHERE s.position > ?1 ORDER BY s.position LIMIT ?2"};
constexpr db::Sql subjects_between{"audit.subjects_between",
                                   "SELECT s.position, x.area, x.person FROM audit_seal s JOIN audit_subject x ON x.line = s.line "
                                   "WHERE s.position > ?1 AND s.position <= ?2 ORDER BY s.position, x.area, x.person"};
constexpr db::Sql lines_after{"audit.lines_after",
                              "SELECT l.at, l.id, s.position FROM audit_line l LEFT JOIN audit_seal s ON s.line = l.id "
                              "WHERE l.at > ?1 OR (l.at = ?1 AND l.id > ?2) ORDER BY l.at, l.id LIMIT ?3"};
constexpr db::Sql waiting_for_nothing{"audit.waiting_for_nothing",
                                      "SELECT w.line FROM audit_waiting w LEFT JOIN audit_line l ON l.id = w.line WHERE l.id IS NULL ORDER BY w.line LIMIT 100"};
constexpr db::Sql subjects_after{"audit.subjects_after", "SELECT x.area, x.person, x.line, coalesce(l.id, s.line) FROM audit_subject x LEFT JOIN audit_line l ON l.id = x.line "
                                                         "LEFT JOIN audit_seal s ON s.line = x.line WHERE (x.area, x.person, x.line) > (?1, ?2, ?3) "
                                                         "ORDER BY x.area, x.person, x.line LIMIT ?4"};
constexpr db::Sql gallrad{"audit.gallrad", "SELECT position, hash, lines, newest_at, done_at, signature FROM audit_gallring ORDER BY position DESC LIMIT 1"};

struct Gallrad {
    std::int64_t position = 0;
    Digest hash{};
    bool signed_rightly = true;
};
Gallrad gallrad_in(db::Reader& reader, const crypto::Key& key) {
    return reader.optional_one(gallrad, {}, [&](const db::Row& row) {
        const auto hash = chain::digest_of(row.blob(1));
        const auto right = chain::of_gallring(key, row.integer(0), hash, row.integer(2), row.integer(3), row.integer(4));
        return Gallrad{row.integer(0), hash, crypto::equal(right, chain::digest_of(row.blob(5)))};
    }).value_or(Gallrad{});
}

std::vector<Link> links_after(db::Reader& reader, std::int64_t position) {
    auto out = reader.query(seals_after, {position, at_once}, [](const db::Row& row) {
        return Link{{row.integer(0), std::string(row.text(1)), chain::digest_of(row.blob(2)), chain::digest_of(row.blob(3)), chain::digest_of(row.blob(4)), row.integer(5)},
                    chain::content_of(row, 6), {}};
    });
    if (out.empty()) return out;
    auto at = out.begin();
    reader.query(subjects_between, {position, out.back().seal.position}, [&](const db::Row& row) {
        while (at->seal.position < row.integer(0)) ++at;
        at->persons.emplace_back(row.text(1), row.text(2));
    });
    return out;
}

// Walks the seals, from where gallring ended.
void walk_seals(db::Database& database, Links& links, const crypto::Key& key) {
    for (bool first = true;; first = false) {
        const auto some = database.read([&](db::Reader& reader) {
            const auto left = gallrad_in(reader, key);
            if (first || left.position > links.position()) links.begin_after(left.position, left.hash, left.signed_rightly);
            return links_after(reader, links.position());
        });
        if (some.empty()) return;
        for (const auto& link : some) links.look_at(link);
    }
}

// Walks the lines, for those that no seal knows.
void walk_lines(db::Database& database, Report& report, base::Instant now, const std::function<void(Finding)>& add) {
    std::int64_t at = std::numeric_limits<std::int64_t>::min();
    std::string id;
    for (std::int64_t seen = at_once; seen == at_once;) {
        seen = 0;
        database.read([&](db::Reader& reader) {
            const auto after = id;   // what is bound must stand still while rows are visited
            reader.query(lines_after, {at, after, at_once}, [&](const db::Row& row) {
                at = row.integer(0), id = row.text(1), ++seen, ++report.lines;
                if (row.optional_integer(2)) return;
                if (at < now.ms - may_wait_ms || at > now.ms + may_wait_ms) add({Fault::line_inserted, 0, id});
                else ++report.waiting;
            });
        });
    }
}

// Walks the subjects, for those of no line that is or was there.
void walk_subjects(db::Database& database, const std::function<void(Finding)>& add) {
    std::array<std::string, 3> last;
    for (std::int64_t seen = at_once; seen == at_once;) {
        seen = 0;
        database.read([&](db::Reader& reader) {
            const auto after = last;
            reader.query(subjects_after, {after[0], after[1], after[2], at_once}, [&](const db::Row& row) {
                last = {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2))};
                ++seen;
                if (!row.optional_text(3)) add({Fault::subjects_changed, 0, last[2]});
            });
        });
    }
}

void look_for_waiting_without_line(db::Database& database, const std::function<void(Finding)>& add) {
    database.read([&](db::Reader& reader) {
        reader.query(waiting_for_nothing, {}, [&](const db::Row& row) { add({Fault::line_deleted, 0, std::string(row.text(0))}); });
    });
}
}

const char* words(Fault fault) {
    switch (fault) {
        case Fault::line_changed: return "a line was changed";
        case Fault::line_deleted: return "a line was deleted";
        case Fault::line_inserted: return "a line was put in by hand, or was never sealed";
        case Fault::order_changed: return "lines or seals have changed places";
        case Fault::seal_changed: return "a seal was changed, or was made without the key";
        case Fault::seal_deleted: return "a seal was deleted";
        case Fault::truncated: return "the end of the log was cut off";
        case Fault::subjects_changed: return "the persons of an act were changed";
        case Fault::replaced: return "the log was replaced by another";
    }
    return "";
}

Report verify(db::Database& database, const crypto::Key& key, base::Instant now, const std::optional<Head>& exported) {
    Report report;
    const std::function<void(Finding)> add = [&](Finding finding) {
        if (++report.faults <= 100) report.findings.push_back(std::move(finding));
    };
    Links links(key, exported, add);
    walk_seals(database, links, key);
    links.finish();
    report.seals = links.seen();
    report.from = links.from();
    report.head_compared = links.head_compared();
    walk_lines(database, report, now, add);
    walk_subjects(database, add);
    look_for_waiting_without_line(database, add);
    return report;
}
}
