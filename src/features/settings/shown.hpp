#pragma once
#include "base/instant.hpp"
#include "features/directory/public.hpp"
#include "platform/pack/editor.hpp"
#include "platform/page/source.hpp"
#include "features/settings/public.hpp"
namespace settings {

// What the pages show from: part of the site's snapshot, alive as long as the request. The values themselves are read from the record.
struct Shown {
    const page::Frame* frame;
    const directory::Catalogue* catalogue;
};
using Source = page::Source<Shown>;

// What every page here works with, alive as long as the site.
struct Ground {
    Source source;
    db::Database& database;
    const pack::Editor& editor;
    const base::Clock& clock;
    Asked asked;
};
}
