#pragma once
#include "features/sign_in/pages.hpp"
// One for each route: from what was asked to a page, or 303 after a change.
namespace sign_in {
using page::Visit;

web::Response door_answer(const Ground&, const Visit&);
web::Response try_answer(const Ground&, const Visit&);
web::Response provider_answer(const Ground&, const Visit&);
web::Response back_answer(const Ground&, const Visit&);
web::Response sign_out_answer(const Ground&, const Visit&);
web::Response confirm_answer(const Ground&, const Visit&);
web::Response confirm_try_answer(const Ground&, const Visit&);
web::Response confirm_provider_answer(const Ground&, const Visit&);
web::Response drafts_answer(const Ground&, const Visit&);
web::Response throw_away_answer(const Ground&, const Visit&);

web::Response invitation_answer(const Ground&, const Visit&);
web::Response enter_answer(const Ground&, const Visit&);
web::Response welcome_answer(const Ground&, const Visit&);
web::Response choose_password_answer(const Ground&, const Visit&);
web::Response app_answer(const Ground&, const Visit&);
web::Response choose_app_answer(const Ground&, const Visit&);
web::Response ready_answer(const Ground&, const Visit&);

web::Response account_answer(const Ground&, const Visit&);
web::Response end_all_answer(const Ground&, const Visit&);
web::Response shortcuts_answer(const Ground&, const Visit&);
web::Response password_answer(const Ground&, const Visit&);
web::Response new_password_answer(const Ground&, const Visit&);
web::Response telephone_answer(const Ground&, const Visit&);
web::Response new_app_answer(const Ground&, const Visit&);
web::Response codes_answer(const Ground&, const Visit&);
web::Response new_codes_answer(const Ground&, const Visit&);

web::Response invite_answer(const Ground&, const Visit&);
web::Response make_invitation_answer(const Ground&, const Visit&);

web::Response stepping_in_answer(const Ground&, const Visit&);
web::Response step_in_answer(const Ground&, const Visit&);
web::Response confirm_demo_answer(const Ground&, const Visit&);
}
