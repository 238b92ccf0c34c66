#include "platform/pack/value.hpp"
#include "base/text.hpp"

namespace pack {

const Value* Value::find(std::string_view key) const {
    if (const auto* entries = map())
        for (const auto& [name, value] : *entries)
            if (name == key) return &value;
    return nullptr;
}

Document parse_document(std::string_view source, const std::string& file, Problems& problems) {
    const auto end = source.find("\n+++");
    if (!source.starts_with("+++\n") || end == source.npos) {
        problems.push_back({Grade::fault, file, 1, "Filen börjar inte med uppgifter mellan två rader med +++.",
                            "Skriv +++ på första raden och +++ på raden efter uppgifterna."});
        return {Value{Value::Map{}, 1}, source, 1};
    }
    const auto front = source.substr(4, end - 3);
    auto body = source.substr(end + 4);
    body.remove_prefix(body.starts_with('\n') ? 1 : 0);
    const auto lines = static_cast<int>(std::count(front.begin(), front.end(), '\n'));
    return {parse_toml(front, file, 2, problems), body, lines + 3};
}

Fields::Fields(const Value& table, std::string file, Problems& problems) : table_(&table), file_(std::move(file)), problems_(&problems) {}

int Fields::line(std::string_view key) const {
    const auto* value = table_->find(key);
    return value ? value->line : table_->line;
}

void Fields::report(Grade grade, std::string_view key, std::string reason, std::string remedy) const {
    problems_->push_back({grade, file_, line(key), std::move(reason), std::move(remedy)});
}

const Value* Fields::take(std::string_view key, Need need) {
    known_.emplace_back(key);
    const auto* value = table_->find(key);
    if (!value && need == Need::required)
        report(Grade::fault, key, "”" + std::string(key) + "” saknas.", "Lägg till raden " + std::string(key) + " = \"…\" (eller \"SAKNAS\" om kommunen ska fylla i).");
    return value;
}

std::string Fields::text(std::string_view key, Need need, std::size_t longest) {
    const auto* value = take(key, need);
    if (!value) return {};
    const auto* text = value->text();
    if (!text) {
        report(Grade::fault, key, "”" + std::string(key) + "” ska vara text.", "Skriv värdet inom citattecken.");
        return {};
    }
    std::string trimmed(base::trimmed(*text));
    if (trimmed == missing) report(Grade::to_fill_in, key, "”" + std::string(key) + "” är inte ifyllt.", "Kommunen fyller i uppgiften.");
    if (trimmed.empty() && need == Need::required) report(Grade::fault, key, "”" + std::string(key) + "” är tomt.", "Skriv en text, eller \"SAKNAS\".");
    if (base::length(trimmed) > longest)
        report(Grade::fault, key, "”" + std::string(key) + "” är " + base::to_text(static_cast<long long>(base::length(trimmed))) + " tecken långt.",
               "Korta till högst " + base::to_text(static_cast<long long>(longest)) + " tecken.");
    return trimmed;
}

std::vector<std::string> Fields::texts(std::string_view key, Need need) {
    std::vector<std::string> out;
    const auto* value = take(key, need);
    if (!value) return out;
    const auto* list = value->list();
    if (!list) report(Grade::fault, key, "”" + std::string(key) + "” ska vara en lista.", "Skriv " + std::string(key) + " = [\"…\", \"…\"].");
    else
        for (const auto& item : *list)
            if (const auto* text = item.text()) out.emplace_back(base::trimmed(*text));
            else report(Grade::fault, key, "Listan ”" + std::string(key) + "” har något som inte är text.", "Skriv varje del inom citattecken.");
    return out;
}

bool Fields::flag(std::string_view key, bool otherwise) {
    const auto* value = take(key, Need::optional);
    if (!value) return otherwise;
    if (const auto* flag = std::get_if<bool>(&value->data)) return *flag;
    report(Grade::fault, key, "”" + std::string(key) + "” ska vara true eller false.", "Skriv true eller false utan citattecken.");
    return otherwise;
}

std::int64_t Fields::number(std::string_view key, std::int64_t otherwise, std::int64_t low, std::int64_t high) {
    const auto* value = take(key, Need::optional);
    if (!value) return otherwise;
    if (const auto* number = std::get_if<std::int64_t>(&value->data); number && *number >= low && *number <= high) return *number;
    report(Grade::fault, key, "”" + std::string(key) + "” ska vara ett helt tal från " + base::to_text(low) + " till " + base::to_text(high) + ".", "Rätta talet.");
    return otherwise;
}

std::string Fields::date(std::string_view key, Need need) {
    auto date = text(key, need, 10);
    if (date.empty() || date == missing) return date;
    const bool shaped = date.size() == 10 && date[4] == '-' && date[7] == '-' && date.find_first_not_of("0123456789-") == std::string::npos;
    const auto month = shaped ? date.substr(5, 2) : "00", day = shaped ? date.substr(8, 2) : "00";
    if (month < "01" || month > "12" || day < "01" || day > "31") {
        report(Grade::fault, key, "”" + date + "” är inget datum.", "Skriv år-månad-dag, till exempel \"2026-11-22\".");
        return {};
    }
    return date;
}

std::vector<Fields> Fields::tables(std::string_view key) {
    std::vector<Fields> out;
    const auto* value = take(key, Need::optional);
    if (!value) return out;
    if (const auto* list = value->list())
        for (const auto& item : *list)
            if (item.map()) out.emplace_back(item, file_, *problems_);
    if (out.empty()) report(Grade::fault, key, "”" + std::string(key) + "” ska vara en följd av tabeller.", "Skriv [[" + std::string(key) + "]] före varje.");
    return out;
}

std::optional<Fields> Fields::table(std::string_view key) {
    const auto* value = take(key, Need::optional);
    if (!value || !value->map()) return std::nullopt;
    return Fields(*value, file_, *problems_);
}

std::vector<std::pair<std::string, Fields>> Fields::entries() {
    std::vector<std::pair<std::string, Fields>> out;
    if (const auto* map = table_->map())
        for (const auto& [name, value] : *map)
            if (value.map()) {
                known_.push_back(name);
                out.emplace_back(name, Fields(value, file_, *problems_));
            }
    return out;
}

void Fields::finish() {
    const auto* map = table_->map();
    if (!map) return;
    for (const auto& [name, value] : *map)
        if (std::find(known_.begin(), known_.end(), name) == known_.end())
            problems_->push_back({Grade::fault, file_, value.line, "Okänd nyckel ”" + name + "”.", "Ta bort raden, eller rätta stavningen (se docs/pack.md)."});
}
}
