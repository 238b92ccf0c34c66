#include "features/contact/waiting.hpp"

namespace contact {

store::Count waiting(db::Reader& reader, const rights::Actor& actor, base::Instant now) { return store::count(reader, rights::AreaScope::of(actor, counted_for, now), now); }
PastPromise past_promise(db::Reader& reader, base::Instant now) {
    const auto all = store::count_everywhere(reader, now);
    return {all.late, all.oldest ? static_cast<double>(std::max<std::int64_t>(0, now.ms - all.oldest->ms)) / 1000.0 : 0.0};
}
}
