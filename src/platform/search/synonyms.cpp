#include "base/dots.hpp"
#include "platform/search/search.hpp"
#define TOML_EXCEPTIONS 0
// A broken file must give its fault and never end the program: in "[[[x" toml++ 3.3 asserts where it also has an error to give.
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_HEADER_ONLY 1
#define TOML_MAX_NESTED_VALUES 16   // the same in pack/toml.cpp: the linker keeps one of the two
#include <toml++/toml.h>

namespace search {
namespace {

class Reader {
public:
    Reader(std::vector<Problem>& problems) : problems_(problems) {}

    Synonyms read(const toml::table& file) {
        Synonyms out;
        for (const auto& [key, value] : file) {
            const auto name = key.str();
            if (name == "group") read_groups(value, out.groups);
            else if (name == "despair") read_alarm(value, out.despair);
            else if (name == "danger") read_alarm(value, out.danger);
            else if (name == "stop") read_stop(value, out.stop);
            else say(value, "okänt avsnitt ”" + std::string(name) + "”", "använd [[group]], [despair], [danger] eller [stop]");
        }
        return out;
    }

private:
    void say(const toml::node& at, std::string reason, std::string remedy) {
        problems_.push_back({at.source().begin.line, std::move(reason), std::move(remedy)});
    }
    void read_groups(const toml::node& node, std::vector<Synonyms::Group>& groups) {
        const auto* list = node.as_array();
        if (!list) return say(node, "group är ingen lista", "skriv [[group]] med dubbla klamrar");
        for (const auto& item : *list) {
            const auto* table = item.as_table();
            if (!table) {
                say(item, "group är ingen tabell", "skriv [[group]] med dubbla klamrar");
                continue;
            }
            Synonyms::Group group;
            group.line = item.source().begin.line;
            for (const auto& [key, value] : *table) {
                if (key == "words") read_words(value, group.words);
                else if (key == "leads_to") read_words(value, group.leads_to);
                else if (key == "facets") read_facets(value, group.facets);
                else say(value, "okänd nyckel ”" + std::string(key.str()) + "”", "en grupp har words, leads_to och facets");
            }
            if (group.words.empty()) say(item, "gruppen saknar ord", "skriv words = [\"…\"]");
            else groups.push_back(std::move(group));
        }
    }
    void read_alarm(const toml::node& node, Synonyms::Alarm& alarm) {
        each_key(node, "skriv words, phrases eller leads_to", [&](std::string_view key, const toml::node& value) {
            if (key == "words" || key == "phrases") read_words(value, alarm.phrases);
            else if (key == "leads_to") read_words(value, alarm.leads_to);
            else return false;
            return true;
        });
    }
    void read_stop(const toml::node& node, std::vector<std::string>& words) {
        each_key(node, "skriv words", [&](std::string_view key, const toml::node& value) {
            if (key == "words") read_words(value, words);
            return key == "words";
        });
    }
    template <class Take> void each_key(const toml::node& node, const char* remedy, Take&& take) {
        const auto* table = node.as_table();
        if (!table) return say(node, "avsnittet är ingen tabell", "skriv avsnittets namn inom enkla klamrar: [stop]");
        for (const auto& [key, value] : *table)
            if (!take(key.str(), value)) say(value, "okänd nyckel ”" + std::string(key.str()) + "”", remedy);
    }
    void read_facets(const toml::node& node, std::vector<std::string>& facets) {
        const auto before = facets.size();
        read_words(node, facets);
        for (auto i = before; i < facets.size(); ++i)
            if (facets[i].find(':') == facets[i].npos) say(node, "”" + facets[i] + "” saknar ordlista", "skriv till exempel \"need:respite\"");
    }
    void read_words(const toml::node& node, std::vector<std::string>& words) {
        const auto* list = node.as_array();
        if (!list) return say(node, "ingen lista", "skriv orden inom klamrar: [\"…\", \"…\"]");
        for (const auto& item : *list) {
            const auto word = item.value<std::string>();
            if (word && !word->empty()) words.push_back(*word);
            else say(item, "inget ord", "skriv ordet inom citattecken");
        }
    }
    std::vector<Problem>& problems_;
};

}

Synonyms Synonyms::parse(std::string_view text, std::vector<Problem>& problems) {
    if (const auto line = base::line_with_too_many_dots(text)) {
        problems.push_back({static_cast<std::size_t>(line), "fler än 300 punkter på en rad", "dela upp raden"});
        return {};
    }
    const auto parsed = toml::parse(text);
    if (!parsed) {
        const auto& error = parsed.error();
        problems.push_back({error.source().begin.line, "går inte att läsa som TOML: " + std::string(error.description()),
                            "se efter om ett citattecken, ett komma eller en klammer saknas"});
        return {};
    }
    return Reader(problems).read(parsed.table());
}

}
