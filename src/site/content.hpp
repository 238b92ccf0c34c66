#pragma once
#include "features/activities/after/survey.hpp"
#include "features/articles/public.hpp"
#include "features/contact/routes_out.hpp"
#include "features/decisions/public.hpp"
#include "features/directory/public.hpp"
#include "features/guide/guide.hpp"
#include "features/guideline/promise.hpp"
#include "features/guideline/sheet.hpp"
#include "features/municipality/public.hpp"
#include "features/outreach/public.hpp"
#include "features/references/public.hpp"
#include "features/retention/public.hpp"
#include "features/sign_in/settings.hpp"
#include "platform/pack/folder.hpp"
#include "platform/search/search.hpp"
#include <memory>
namespace site {

// The whole pack, read and checked: one immutable value that every page shows from. Swapped when content changes.
struct Content {
    municipality::Municipality municipality;
    references::References references;
    std::unique_ptr<directory::Catalogue> catalogue;
    std::unique_ptr<articles::Library> library;
    guide::Guide guide;
    guideline::Guideline guideline;
    guideline::Promises promises;
    guideline::Registers registers;
    decisions::Register decisions;
    std::vector<outreach::Workplace> workplaces;
    search::Synonyms synonyms;
    std::string logo;
    retention::Retention retention;
    activities::Survey survey;
    contact::WaysOut ways_out;
    std::optional<sign_in::Settings> sign_in;   // nothing: local accounts only
};

// Reads every record of a pack. Faults are in `problems`; with one, the content must not be served.
std::shared_ptr<const Content> read_content(const std::vector<pack::Record>&, pack::Problems&);
// For each translation file: the stamp of the Swedish text beside it, as it is now.
std::vector<std::pair<std::string, std::string>> translation_stamps(const Content&, const std::vector<pack::Record>&);
// What only reading as a person shows: links that lead nowhere, words that presume the carer's sex, relation or home, reviews that are due.
void check_texts(const Content&, std::string_view today, pack::Problems&);
}
