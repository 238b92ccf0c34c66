#pragma once
#include "features/contact/public.hpp"
#include "platform/db/database.hpp"
#include "site/snapshot.hpp"
// What machines read, and the way out.
namespace site {

// /lamna: empties what this site has left in the browser and sends it on to a neutral page (security.md 4.1).
// A carer's visit ends with it; a null vault: there are none.
struct Leaving {
    const vault::Vault* vault;
    std::shared_ptr<contact::Memory> memory;
};
web::Response leave(const web::Request&, const Snapshot&, const Leaving&);
web::Response theme_css(const web::Request&, const Snapshot&);
web::Response robots(const Snapshot&);
web::Response sitemap(const Snapshot&);
web::Response plain_text(std::string text, int status = 200);
// 200 when pages can be shown and the database answers.
web::Response ready(const Current&, db::Database&);
}
