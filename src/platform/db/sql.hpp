#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>
namespace db {

// A statement with a name of its own ("directory.find"), by which each connection keeps it prepared. Parameters are ?1, ?2, …
struct Sql {
    std::string_view name, text;
};

// The statement as PostgreSQL reads it ($1 for ?1), and how many parameters it takes. A bare ? is a Bug.
struct Rewritten {
    std::string text;
    int parameters = 0;
};
Rewritten with_dollar_parameters(std::string_view text);

// Walks the SQL outside strings, quoted names, comments and $$ bodies: `at` gets the text and a position and returns how many
// bytes it took care of (0: none); `keep` gets every other byte range as it stands.
void walk(std::string_view text, const std::function<std::size_t(std::string_view rest)>& at, const std::function<void(std::string_view)>& keep);

// The single statements of a script, without their semicolons, without empty ones.
std::vector<std::string> statements_of(std::string_view script);
// Every occurrence of a whole word, any case, outside strings and comments.
std::string with_word_replaced(std::string_view text, std::string_view word, std::string_view by);
// Whether the statement's first words are these (given in upper case).
bool begins_with_words(std::string_view statement, std::string_view words);
// What a driver may bind as text: UTF-8 without NUL. Anything else is a Bug, on both databases alike.
void require_text(const Sql&, std::string_view);
void require_count(const Sql&, int wanted, std::size_t given);
}
