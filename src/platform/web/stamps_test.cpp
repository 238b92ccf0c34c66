#include "platform/web/stamps.hpp"
#include <gtest/gtest.h>

namespace web {
namespace {
struct Hand final : base::Clock {
    std::int64_t ms = 1'800'000'000'000;
    base::Instant now() const override { return {ms}; }
};
Request posted(std::string stamp, Fields headers) {
    Request request;
    request.method = Method::post;
    request.form = {{"stamp", std::move(stamp)}};
    request.headers = std::move(headers);
    return request;
}
const Fields own = {{"sec-fetch-site", "same-origin"}};
}

TEST(Stamps, areRightForTheirRouteAndTimeOnly) {
    Hand clock;
    const Stamps stamps(Stamps::random_key(), clock);
    const auto stamp = stamps.issue("guide.answers");
    EXPECT_EQ(stamp.size(), 70U);
    EXPECT_EQ(stamps.check(posted(stamp, own), "guide.answers"), StampVerdict::right);
    EXPECT_EQ(stamps.check(posted(stamp, own), "other"), StampVerdict::wrong);
    EXPECT_EQ(stamps.check(posted(stamp, own), "guide.answers", "session"), StampVerdict::wrong);
    EXPECT_NE(stamps.issue("guide.answers"), stamp);
    clock.ms += 12 * 3'600'000LL;
    EXPECT_EQ(stamps.check(posted(stamp, own), "guide.answers"), StampVerdict::right);
    clock.ms += 60'000;
    EXPECT_EQ(stamps.check(posted(stamp, own), "guide.answers"), StampVerdict::old);
}
TEST(Stamps, ofASessionAreRightAtEveryProgramOnOneDatabaseAndThoseOfNobodyOnlyAtTheirOwn) {
    const Hand clock;
    const auto shared = Stamps::random_key();
    const Stamps one(Stamps::random_key(), clock, shared), other(Stamps::random_key(), clock, shared);
    EXPECT_EQ(other.check(posted(one.issue("r", "s"), own), "r", "s"), StampVerdict::right);
    EXPECT_EQ(other.check(posted(one.issue("r", "s"), own), "r", "t"), StampVerdict::wrong);
    EXPECT_EQ(other.check(posted(one.issue("r"), own), "r"), StampVerdict::wrong);
    EXPECT_EQ(one.check(posted(one.issue("r"), own), "r"), StampVerdict::right);
}
TEST(Stamps, ofWhatSomebodyWritesOutliveTheProgram) {   // T29: a form that was filled in for half an hour is sent to a program that began meanwhile
    Hand clock;
    const auto shared = Stamps::random_key();
    const Stamps before(Stamps::random_key(), clock, shared, {"contact."}), after(Stamps::random_key(), clock, shared, {"contact."});
    EXPECT_EQ(after.check(posted(before.issue("contact.step"), own), "contact.step"), StampVerdict::right);
    EXPECT_EQ(after.check(posted(before.issue("contact.step"), own), "contact.send"), StampVerdict::wrong);
    EXPECT_EQ(after.check(posted(before.issue("guide.answers"), own), "guide.answers"), StampVerdict::wrong);
    const Stamps stranger(Stamps::random_key(), clock, Stamps::random_key(), {"contact."});
    EXPECT_EQ(after.check(posted(stranger.issue("contact.step"), own), "contact.step"), StampVerdict::wrong);
}

TEST(Stamps, everyChangedCharacterIsSeen) {
    const Hand clock;
    const Stamps stamps(Stamps::random_key(), clock);
    const auto stamp = stamps.issue("r");
    for (std::size_t i = 0; i < stamp.size(); ++i) {
        auto changed = stamp;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_EQ(stamps.check_text(changed, "r"), StampVerdict::wrong) << i;
    }
    for (const auto* text : {"", "A", "%", "=", "åäö"}) EXPECT_EQ(stamps.check_text(text, "r"), StampVerdict::wrong);
    EXPECT_EQ(stamps.check_text(stamp + "A", "r"), StampVerdict::wrong);
    EXPECT_EQ(Stamps(Stamps::random_key(), clock).check_text(stamp, "r"), StampVerdict::wrong);
}
TEST(Stamps, theBrowserMustSayItIsOurOwnPage) {
    const auto from = [](Fields headers) { return from_own_page(posted("", std::move(headers))); };
    EXPECT_TRUE(from({{"sec-fetch-site", "none"}}));
    EXPECT_FALSE(from({{"sec-fetch-site", "same-site"}, {"origin", "https://a"}, {"host", "a"}}));
    EXPECT_TRUE(from({{"origin", "https://A:8"}, {"host", "a:8"}}));
    EXPECT_FALSE(from({{"origin", "null"}, {"host", "a"}}));
    EXPECT_FALSE(from({{"origin", "https://b"}, {"host", "a"}}));
    EXPECT_FALSE(from({{"host", "a"}}));
    EXPECT_FALSE(from({}));
}
TEST(UsedStamps, knowsASecondUseAndStaysBounded) {
    Hand clock;
    const Stamps stamps(Stamps::random_key(), clock);
    UsedStamps used(clock, 100);
    const auto stamp = stamps.issue("r");
    EXPECT_EQ(used.use(stamp), UsedStamps::Use::first);
    EXPECT_EQ(used.use(stamp), UsedStamps::Use::again);
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(used.use(stamps.issue("r")), UsedStamps::Use::first);
    EXPECT_EQ(used.size(), 100U);
}
TEST(UsedStamps, remembersAsLongAsTheStampIsRight) {
    Hand clock;
    const Stamps stamps(Stamps::random_key(), clock);
    UsedStamps used(clock);
    const auto stamp = stamps.issue("r");
    EXPECT_EQ(used.use(stamp), UsedStamps::Use::first);
    for (; stamps.check_text(stamp, "r") == StampVerdict::right; clock.ms += 60'000) ASSERT_EQ(used.use(stamp), UsedStamps::Use::again) << clock.ms;
    clock.ms += 3 * 60'000;
    EXPECT_EQ(used.use(stamps.issue("r")), UsedStamps::Use::first);
    EXPECT_EQ(used.size(), 1U) << "what can no longer be sent is forgotten";
}
}
