#include "platform/audit/links.hpp"

namespace audit {
namespace {
constexpr std::size_t tried_against_each_other = 200;   // exchanging is looked for among so many, since each is compared with each
}

void Links::begin_after(std::int64_t position, const chain::Digest& hash, bool signed_rightly) {
    position_ = from_ = position;
    before_ = hash;
    if (!signed_rightly) add_({Fault::seal_changed, position});
    if (position > 0) compare_with_head(position, hash);
    // A head older than what gallring took cannot be compared any more; the signature of gallring stands for it.
    if (head_ && head_->position < position) compared_ = signed_rightly;
}

void Links::compare_with_head(std::int64_t position, const chain::Digest& hash) {
    if (!head_ || head_->position != position) return;
    compared_ = true;
    if (chain::hex(hash) != head_->hash) add_({Fault::replaced, position});
}

void Links::look_at(const Link& link) {
    ++seen_;
    if (link.seal.position != position_ + 1) {
        add_({Fault::seal_deleted, position_ + 1});
        // Not to be reported once more as a changed seal: what was before it is not known.
        before_ = link.seal.hash;
    } else {
        look_at_seal(link.seal);
    }
    look_at_line(link);
    compare_with_head(link.seal.position, link.seal.hash);
    position_ = link.seal.position;
    before_ = link.seal.hash;
}

void Links::look_at_seal(const chain::Seal& seal) {
    if (!crypto::equal(chain::of_seal(key_, seal, before_), seal.hash)) broken_.push_back({seal, before_});
}

void Links::look_at_line(const Link& link) {
    const auto& [seal, content, persons] = link;
    if (content.id.empty()) return add_({Fault::line_deleted, seal.position, seal.line});
    if (const auto found = chain::of_content(key_, content); !crypto::equal(found, seal.content)) astray_.push_back({seal.position, seal.line, seal.content, found});
    if (!crypto::equal(chain::of_persons(key_, persons), seal.persons)) add_({Fault::subjects_changed, seal.position, seal.line});
    // A line put in by hand, with an older time, after others were sealed.
    if (content.at < newest_ - may_wait_ms) add_({Fault::line_inserted, seal.position, seal.line});
    newest_ = std::max(newest_, content.at);
}

// Whether this seal was made by the key, for the place where another broken one stands.
bool Links::moved(const Broken& broken) const {
    const auto fits = [&](const Broken& there) {
        auto seal = broken.seal;
        seal.position = there.seal.position;
        return crypto::equal(chain::of_seal(key_, seal, there.before), broken.seal.hash) || crypto::equal(chain::of_seal(key_, seal, there.seal.hash), broken.seal.hash);
    };
    return broken_.size() <= tried_against_each_other && std::any_of(broken_.begin(), broken_.end(), [&](const Broken& there) {
        return there.seal.position != broken.seal.position && fits(there);
    });
}

void Links::finish() {
    const bool few = astray_.size() <= tried_against_each_other;
    for (const auto& one : astray_) {
        const bool exchanged = few && std::any_of(astray_.begin(), astray_.end(), [&](const Astray& other) { return other.line != one.line && other.sealed == one.found; });
        add_({exchanged ? Fault::order_changed : Fault::line_changed, one.position, one.line});
    }
    for (const auto& one : broken_) add_({moved(one) ? Fault::order_changed : Fault::seal_changed, one.seal.position, one.seal.line});
    if (head_ && head_->position > position_) {
        compared_ = true;
        add_({Fault::truncated, position_});
    }
}
}
