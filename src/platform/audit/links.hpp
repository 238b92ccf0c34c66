#pragma once
#include "platform/audit/chain.hpp"
#include "platform/audit/verify.hpp"
// Inside platform/audit only: one seal after the other, and what is wrong with it. Pure: no database.
namespace audit {

// A seal, and what the tables hold for it now; an empty content.id: the line is gone.
struct Link {
    chain::Seal seal;
    chain::Content content;
    chain::Persons persons;
};

class Links {
    // A line or a seal that does not fit, kept until the end: it may belong somewhere else.
    struct Astray {
        std::int64_t position;
        std::string line;
        chain::Digest sealed, found;
    };
    struct Broken {
        chain::Seal seal;
        chain::Digest before;
    };
    const crypto::Key& key_;
    const std::optional<Head>& head_;
    const std::function<void(Finding)> add_;
    std::int64_t position_ = 0, from_ = 0, seen_ = 0, newest_ = 0;
    chain::Digest before_ = chain::beginning;
    bool compared_ = false;
    std::vector<Astray> astray_;
    std::vector<Broken> broken_;

    void compare_with_head(std::int64_t position, const chain::Digest&);
    void look_at_seal(const chain::Seal&);
    void look_at_line(const Link&);
    bool moved(const Broken&) const;

public:
    Links(const crypto::Key& key, const std::optional<Head>& head, std::function<void(Finding)> add) : key_(key), head_(head), add_(std::move(add)) {}
    // The chain goes on after this position; what lay before was taken by gallring.
    void begin_after(std::int64_t position, const chain::Digest& hash, bool signed_rightly);
    void look_at(const Link&);
    void finish();
    std::int64_t position() const { return position_; }
    std::int64_t from() const { return from_; }
    std::int64_t seen() const { return seen_; }
    bool head_compared() const { return compared_; }
};
}
