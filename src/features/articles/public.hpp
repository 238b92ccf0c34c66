#pragma once
#include "features/references/public.hpp"
#include "platform/html/html.hpp"
#include "platform/markdown/markdown.hpp"
#include "platform/pack/stamp.hpp"
#include <map>
#include <span>
#include <string>
#include <vector>
namespace articles {

// The only words that may stand in the browser's tab on a sensitive page (security T2): they say nothing, and each page has its own.
std::span<const char* const> neutral_titles();

enum class Section { rights, life, safety, young, about };

// The words of one article in one language, ready to show.
struct Written {
    std::string title, summary, plain;
    html::Markup body;
    std::vector<markdown::Heading> headings;
    std::vector<std::string> links;
};
struct Article {
    std::string name, file, neutral_title, verified, stamp;   // address /{name}
    Section section = Section::life;
    bool sensitive = false, interrupt = false;
    int position = 100, review_months = 12;
    std::vector<std::string> law, sources, guideline, related, also_called;
    std::map<i18n::Language, Written> written;                // Swedish always there
    std::array<pack::Translation, 2> translations;            // latt, en

    // The asked language, else Swedish.
    const Written& in(i18n::Language) const;
    i18n::Language shown_in(i18n::Language) const;
    const pack::Translation& translation(i18n::Language) const;
};

class Library {
    std::vector<Article> articles_;

public:
    explicit Library(std::vector<Article>);
    const std::vector<Article>& articles() const { return articles_; }   // by section, then position
    const Article* find(std::string_view name) const;
    std::vector<const Article*> of(Section) const;
};

Article parse(const std::string& name, std::string_view source, const std::string& file, const references::References&, pack::Problems&);
void add_translation(Article&, i18n::Language, std::string_view source, const std::string& file, pack::Problems&);
}
