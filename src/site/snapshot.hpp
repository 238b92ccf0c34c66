#pragma once
#include "features/activities/show/agenda.hpp"
#include "features/activities/show/shown.hpp"
#include "features/articles/shown.hpp"
#include "features/contact/shown.hpp"
#include "features/decisions/shown.hpp"
#include "features/directory/shown.hpp"
#include "features/guide/shown.hpp"
#include "features/guideline/shown.hpp"
#include "features/outreach/shown.hpp"
#include "features/sign_in/shown.hpp"
#include "features/settings/shown.hpp"
#include "platform/web/assets.hpp"
#include "site/content.hpp"
#include <atomic>
#include <future>
namespace site {

// What a hit of the search stands for: exactly one of the two.
struct Target {
    const directory::Offer* offer = nullptr;
    const articles::Article* article = nullptr;
};

// Everything a page shows from, made anew when content changes and then never changed (design 2: snapshot).
struct Snapshot {
    std::shared_ptr<const Content> content;
    std::int64_t generation = 0;
    std::string theme_css, theme_hash;
    page::Frame frame;
    std::vector<Target> targets;
    std::shared_future<search::Index> index;   // built beside the first pages; ready a moment after start
    directory::Shown directory;
    articles::Shown articles;
    guide::Shown guide;
    guideline::Shown guideline;
    outreach::Shown outreach;
    decisions::Shown decisions;
    sign_in::Shown sign_in = {};
    settings::Shown settings = {};
    contact::Shown contact = {};
    activities::Shown activities = {};
    const activities::Agenda* agenda = nullptr;   // what is coming; changes without the content
};

struct Parts {
    const web::Assets& assets;
    const web::Stamps& stamps;
    const base::Clock& clock;
    bool demo = false;
    const activities::Agenda* agenda = nullptr;
};
std::shared_ptr<const Snapshot> make_snapshot(std::shared_ptr<const Content>, std::int64_t generation, const Parts&);

// The snapshot in force; swapped while pages are served. A page holds the one it began with.
class Current {
    std::atomic<std::shared_ptr<const Snapshot>> snapshot_;

public:
    std::shared_ptr<const Snapshot> get() const { return snapshot_.load(); }
    void set(std::shared_ptr<const Snapshot> next) { snapshot_.store(std::move(next)); }
    // A feature's own part of it.
    template <class Shown> std::function<std::shared_ptr<const Shown>()> part(const Shown Snapshot::*member) const {
        return [this, member] {
            auto whole = get();
            const auto* part = &((*whole).*member);
            return std::shared_ptr<const Shown>(std::move(whole), part);
        };
    }
};
}
