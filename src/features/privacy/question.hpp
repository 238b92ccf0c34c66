#pragma once
#include "features/privacy/store.hpp"
#include "platform/page/form.hpp"
namespace privacy {

// What a reviewer asks of the log, as it stands in the address.
struct Question {
    std::string from, until, act, area, object, account, before;
};
// Without days: the last thirty.
Question question_of(const web::Request&, base::Instant now);
inline constexpr int most_days = 366;         // of one question
inline constexpr int most_account_days = 7;   // of one about an account: an occasion, never a person's work (SoLPuL 10 §)
// Nothing when something is wrong; then it stands in the errors. `areas` are those the reviewer may see.
std::optional<store::Wanted> wanted(const Question&, const std::vector<rights::AreaId>& areas, const page::Visit&, page::FieldErrors&);
// The list with this question; `before`: its page that goes on there.
html::Url url_of(const page::Visit&, const Question&, std::string_view before = {});
std::string text_of(const store::Before&);
}
