#pragma once
#include "platform/pack/editor.hpp"
#include "platform/web/stamps.hpp"
#include "site/snapshot.hpp"
namespace site {

// What the routes work with: made once by src/app, alive as long as the site.
struct Workings {
    const Current& current;
    db::Database& database;
    web::UsedStamps& used;
    const base::Clock& clock;
    const pack::Editor& editor;
};
}
