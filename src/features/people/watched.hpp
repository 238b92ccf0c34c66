#pragma once
#include "base/instant.hpp"
#include "base/result.hpp"
#include "platform/calendar/date.hpp"
#include "platform/crypto/random.hpp"
#include "platform/personal/personal.hpp"
// What those ask who watch over persons' privacy (features/privacy). Answers without names. Included by public.hpp.
namespace people {
using rights::AreaScope;
using rights::PersonId;

// ---- a correction beside what is written (SoL 14:6): the old text stays -----------------------------------------------------------------

inline constexpr std::size_t longest_correction = 2000;
enum class CorrectionRefusal { unknown, missing, too_long };
base::Result<std::string, CorrectionRefusal> note_correction(db::Transaction&, const vault::Vault&, crypto::Randomness&, const rights::Actor&, const AreaScope&, base::Instant now, const PersonId&,
                                                             std::string_view says);

// ---- what is kept of a person, for her extract and for destruction ------------------------------------------------------------------------

// The persons themselves; of the staff none ends by itself.
personal::Data personal_data();
// What decides how long something about a person is kept.
struct KeptBecause {
    bool documented = false;                  // she stands here because of a service that the board has decided on
    std::optional<calendar::Date> born = {};  // when her number is known
};
std::optional<KeptBecause> kept_because(db::Reader&, const vault::Vault&, const AreaScope&, const PersonId&);

// ---- for the review of the log ------------------------------------------------------------------------------------------------------------

// Those of `others` who have a last name, or the address, in common with `own`. Says nothing of which.
// They may lie in different areas, so there is a scope for each.
std::vector<PersonId> sharing_name_or_address(db::Reader&, const vault::Vault&, const std::vector<AreaScope>&, const PersonId& own, const std::vector<PersonId>& others);
// Those of `all` whose identity is protected.
std::vector<PersonId> protected_among(db::Reader&, const std::vector<AreaScope>&, const std::vector<PersonId>& all);

// A break-glass ends before its hour is over. False when the actor has none open there.
[[nodiscard]] bool end_break_glass(db::Transaction&, const rights::Actor&, base::Instant now, const rights::AreaId&);
}
