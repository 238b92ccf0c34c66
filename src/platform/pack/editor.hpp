#pragma once
#include "platform/pack/problem.hpp"
#include "platform/pack/store.hpp"
#include <functional>
// Content that is changed in the browser: one record at a time, checked as a whole before it is stored, every version kept.
namespace pack {

struct Version {
    std::int64_t number;
    std::string source;       // empty when the record was removed with it
    bool removed = false;
    base::Instant at;
};

class Editor {
public:
    // `check`: everything that is wrong with these records together. `stored`: called after a change has reached the disk, to show it at once.
    using Check = std::function<Problems(const std::vector<Record>&)>;
    Editor(db::Database&, Check, std::function<void()> stored);

    // The record as it stands, or "" when there is none.
    std::string source(db::Reader&, std::string_view path) const;
    // Newest first.
    std::vector<Version> versions(db::Reader&, std::string_view path) const;
    // All records, with this one in place of what stands there; for a preview.
    std::vector<Record> with(db::Reader&, const Record&) const;

    // faults: what the check said, nothing stored. meanwhile: the record is no longer what `seen` says (its hash when the form was shown).
    struct Refusal {
        Problems faults = {};
        bool meanwhile = false;
    };
    // Stores the record as its next version; `also` runs in the same transaction (the line of the access log). No change is no version.
    // A record without text is removed. Not inside a transaction of the caller: the check reads the whole content first.
    base::Result<std::int64_t, Refusal> save(const Record&, std::string_view seen, base::Instant now, const std::function<void(db::Transaction&)>& also) const;
    // Several at once: all are stored, or none.
    struct Change {
        Record record;
        std::string seen;
    };
    base::Result<std::int64_t, Refusal> save(const std::vector<Change>&, base::Instant now, const std::function<void(db::Transaction&)>& also) const;
    // What save would say, and nothing stored.
    Refusal tried(const std::vector<Change>&) const;

private:
    db::Database& database_;
    Check check_;
    std::function<void()> stored_;
};
}
