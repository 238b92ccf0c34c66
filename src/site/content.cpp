#include "site/content.hpp"
#include "base/text.hpp"
#include "site/logo.hpp"
#include <future>

namespace site {
namespace {
using i18n::Language;
using pack::Grade;
using pack::Problems;
using pack::Record;

std::string_view source(const std::vector<Record>& records, std::string_view path, Problems& problems) {
    for (const auto& record : records)
        if (record.path == path) return record.source;
    problems.push_back({Grade::fault, std::string(path), 0, "Filen saknas.", "Lägg till den (se docs/pack.md)."});
    return {};
}

// Of a record that a pack may be without.
std::string_view source_if_there(const std::vector<Record>& records, std::string_view path) {
    const auto found = std::find_if(records.begin(), records.end(), [&](const Record& record) { return record.path == path; });
    return found == records.end() ? std::string_view() : found->source;
}

// Calls original(name, record) for each Swedish file of the folder, then translation(name, language, record) for the others.
void each(const std::vector<Record>& records, std::string_view folder, const std::function<void(const std::string&, const Record&)>& original,
          const std::function<bool(const std::string&, Language, const Record&)>& translation, Problems& problems) {
    const auto in_folder = [&](const Record& r) { return r.path.starts_with(std::string(folder) + "/") && r.path.ends_with(".md"); };
    for (const auto& record : records)
        if (in_folder(record) && pack::file_name(record.path).language == Language::sv) original(pack::record_name(record.path, folder), record);
    for (const auto& record : records) {
        if (!in_folder(record)) continue;
        const auto file = pack::file_name(record.path);
        if (file.language != Language::sv && !translation(pack::record_name(file.original, folder), file.language, record))
            problems.push_back({Grade::fault, record.path, 1, "Översättningen hör inte till någon fil.", "Den svenska filen heter " + file.original + "; rätta namnet."});
    }
}

template <class T> T* named(std::vector<T>& things, const std::string& name) {
    for (auto& thing : things)
        if (thing.name == name) return &thing;
    return nullptr;
}

// Reading TOML is most of a start's work, so two threads share the Swedish offers.
std::vector<directory::Offer> parse_offers(const std::vector<Record>& records, const directory::Known& known, Problems& problems) {
    std::vector<const Record*> files;
    each(records, "offers", [&](const std::string&, const Record& r) { files.push_back(&r); }, [](const std::string&, Language, const Record&) { return true; }, problems);
    const auto parse = [&](std::size_t begin, std::size_t end) {
        std::pair<std::vector<directory::Offer>, Problems> out;
        for (auto i = begin; i < end; ++i) out.first.push_back(directory::parse_offer(pack::record_name(files[i]->path, "offers"), files[i]->source, files[i]->path, known, out.second));
        return out;
    };
    auto second = std::async(std::launch::async, parse, files.size() / 2, files.size());
    auto [offers, found] = parse(0, files.size() / 2);
    auto [more, more_found] = second.get();
    std::move(more.begin(), more.end(), std::back_inserter(offers));
    for (auto* list : {&found, &more_found}) std::move(list->begin(), list->end(), std::back_inserter(problems));
    return offers;
}

std::unique_ptr<directory::Catalogue> read_catalogue(const std::vector<Record>& records, const Content& content, Problems& problems) {
    auto vocabulary = directory::Vocabulary::parse(source(records, "vocabulary.toml", problems), "vocabulary.toml", problems);
    const directory::Known known{vocabulary, content.references, content.municipality};
    auto offers = parse_offers(records, known, problems);
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < offers.size(); ++i) places[offers[i].name] = i;
    each(records, "offers", [](const std::string&, const Record&) {},
         [&](const std::string& name, Language language, const Record& r) {
             const auto place = places.find(name);
             if (place != places.end()) directory::add_translation(offers[place->second], language, r.source, r.path, problems);
             return place != places.end();
         }, problems);
    auto catalogue = std::make_unique<directory::Catalogue>(std::move(vocabulary), std::move(offers));
    directory::check(*catalogue, problems);
    return catalogue;
}

template <class T> std::vector<T> read_texts(const std::vector<Record>& records, std::string_view folder, const references::References& known, Problems& problems,
                                             T (*parse)(const std::string&, std::string_view, const std::string&, const references::References&, Problems&),
                                             void (*translate)(T&, Language, std::string_view, const std::string&, Problems&)) {
    std::vector<T> out;
    each(records, folder, [&](const std::string& name, const Record& r) { out.push_back(parse(name, r.source, r.path, known, problems)); },
         [&](const std::string& name, Language language, const Record& r) {
             auto* original = named(out, name);
             if (original) translate(*original, language, r.source, r.path, problems);
             return original != nullptr;
         }, problems);
    return out;
}

// What answers the guideline, and the registers round it: a pack may be without them.
void read_answers(const std::vector<Record>& records, Content& content, Problems& problems) {
    content.promises = guideline::parse_promises(source_if_there(records, guideline::promises_path), problems);
    guideline::check(content.promises, content.guideline, *content.catalogue, problems);
    const auto rows = [&](const guideline::Sheet& sheet) { return guideline::parse(sheet, source_if_there(records, sheet.record), problems); };
    content.registers = {rows(guideline::routines()), rows(guideline::forums()), rows(guideline::watch_list()), rows(guideline::law_check())};
    guideline::check(content.registers, content.references, problems);
}

search::Synonyms read_synonyms(std::string_view text, Problems& problems) {
    std::vector<search::Problem> found;
    auto out = search::Synonyms::parse(text, found);
    for (auto& p : found) problems.push_back({Grade::fault, "synonyms.toml", static_cast<int>(p.line), std::move(p.reason), std::move(p.remedy)});
    return out;
}
}

std::shared_ptr<const Content> read_content(const std::vector<Record>& records, Problems& problems) {
    auto content = std::make_shared<Content>();
    content->municipality = municipality::parse(source(records, "municipality.toml", problems), "municipality.toml", problems);
    content->references = references::parse(source(records, "law.toml", problems), source(records, "sources.toml", problems), problems);
    content->catalogue = read_catalogue(records, *content, problems);
    content->library = std::make_unique<articles::Library>(read_texts<articles::Article>(records, "pages", content->references, problems, articles::parse, articles::add_translation));
    content->workplaces = read_texts<outreach::Workplace>(records, "workplaces", content->references, problems, outreach::parse, outreach::add_translation);
    std::stable_sort(content->workplaces.begin(), content->workplaces.end(), [](const auto& a, const auto& b) { return a.position < b.position; });
    content->guide = guide::parse(source(records, "guide.toml", problems), *content->catalogue, *content->library, problems);
    content->guideline = guideline::parse(source(records, "guideline/statements.toml", problems), content->references, problems);
    read_answers(records, *content, problems);
    content->decisions = decisions::parse(source(records, "decisions.toml", problems), "decisions.toml", problems);
    decisions::check(content->decisions, *content->catalogue, problems);
    content->synonyms = read_synonyms(source(records, "synonyms.toml", problems), problems);
    for (const auto& record : records)
        if (record.path == sign_in::settings_file) content->sign_in = sign_in::parse(record.source, record.path, problems);
    content->survey = activities::parse_survey(source_if_there(records, activities::survey_path), problems);
    content->retention = retention::parse(source_if_there(records, retention::record_path), std::string(retention::record_path), problems);
    content->ways_out = contact::parse_ways_out(source_if_there(records, contact::ways_out_record), std::string(contact::ways_out_record), problems);
    content->logo = source(records, "logo.svg", problems);
    check_logo(content->logo, problems);
    return content;
}

std::vector<std::pair<std::string, std::string>> translation_stamps(const Content& content, const std::vector<Record>& records) {
    std::map<std::string, std::string, std::less<>> stamps;
    for (const auto& offer : content.catalogue->offers()) stamps[offer.file] = offer.stamp;
    for (const auto& article : content.library->articles()) stamps[article.file] = article.stamp;
    for (const auto& workplace : content.workplaces) stamps[workplace.file] = workplace.stamp;
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& record : records) {
        const auto file = pack::file_name(record.path);
        const auto stamp = stamps.find(file.original);
        if (file.language != Language::sv && stamp != stamps.end()) out.emplace_back(record.path, stamp->second);
    }
    return out;
}
}
