#pragma once
#include "features/sign_in/drafts.hpp"
#include "features/sign_in/ground.hpp"
#include "features/sign_in/public.hpp"
#include "features/sign_in/session.hpp"
#include "platform/calendar/date.hpp"
#include "platform/crypto/recovery.hpp"
#include "platform/page/staff.hpp"
namespace sign_in {

// What stands round a page where nobody is signed in yet: mark, name, one column, and the way back.
web::Response door_page(const page::Visit&, std::string_view title, const page::FieldErrors&, const std::function<void(html::Html&)>& main, int status = 200);

// ---- the door -----------------------------------------------------------------------------------------------------------------------
struct SignInForm {
    std::string back, login = {};
    std::optional<Why> why = {};
    bool provider = false;          // there is one to sign in through
    bool demo = false;
    page::FieldErrors errors = {};
    std::int64_t wait = 0;          // seconds
};
web::Response sign_in_page(const page::Visit&, const Shown&, const SignInForm&);
// There is no key, so nobody can sign in.
web::Response not_yet_page(const page::Visit&);
// Signed in with a printed code: how many are left.
web::Response code_used_page(const page::Visit&, std::size_t left, std::string_view to);
// The provider said no, or we did; what to do.
web::Response provider_refused_page(const page::Visit&, const char* title, const char* what_to_do, int status);

struct ConfirmForm {
    std::string back;
    Method method;
    page::FieldErrors errors = {};
    std::int64_t wait = 0;
};
web::Response confirm_page(const page::Visit&, const ConfirmForm&);
// 403, with whom to ask.
web::Response refused_page(const page::Visit&, const rights::Rule&);
web::Response drafts_page(const page::Visit&, const std::vector<Draft>&);

// ---- the first time -----------------------------------------------------------------------------------------------------------------
web::Response invitation_page(const page::Visit&, std::string_view code);
web::Response invitation_gone_page(const page::Visit&);
struct ChooseForm {
    std::string login = {};
    page::FieldErrors errors = {};
};
web::Response choose_password_page(const page::Visit&, const ChooseForm&);
// The secret as QR code and as text.
web::Response choose_app_page(const page::Visit&, const crypto::Secret&, const page::FieldErrors&);
web::Response first_codes_page(const page::Visit&, const std::vector<std::string>& codes);

// ---- one's own account --------------------------------------------------------------------------------------------------------------
struct Duty {
    std::string role, unit;
    std::optional<calendar::Date> until;
};
struct AccountShown {
    std::string name;                // empty: not known
    std::vector<Duty> duties;
    std::vector<Session> sessions;
    bool local = false, shortcuts = true;
    std::size_t codes_left = 0;
    std::string_view done = {};
};
web::Response account_page(const page::Visit&, const AccountShown&);
web::Response new_password_page(const page::Visit&, const page::FieldErrors&);
web::Response new_app_page(const page::Visit&, const crypto::Secret&, std::string_view sealed, const page::FieldErrors&);
web::Response ask_for_codes_page(const page::Visit&);
web::Response new_codes_page(const page::Visit&, const std::vector<std::string>& codes);

// ---- somebody else's way in ---------------------------------------------------------------------------------------------------------
struct InviteForm {
    State state;
    std::string login = {};
    page::FieldErrors errors = {};
};
web::Response invite_page(const page::Visit&, const AccountId&, const InviteForm&);
// Shows the link, once. `login`: "" when it was chosen before.
web::Response invited_page(const page::Visit&, const AccountId&, std::string_view link, std::string_view login);

// ---- only in the demonstration ------------------------------------------------------------------------------------------------------
struct Invented {
    rights::Role role;
    std::string unit;
};
web::Response stepping_in_page(const page::Visit&, const std::vector<Invented>&);

// ---- parts --------------------------------------------------------------------------------------------------------------------------
void code_field(html::Html&, const page::Visit&, const page::FieldErrors&, bool printed_too);
void totp_picture(html::Html&, const page::Visit&, const crypto::Secret&);
void printed_codes(html::Html&, const page::Visit&, const std::vector<std::string>&);
std::string wait_words(const page::Visit&, std::int64_t seconds);
}
