#include "platform/oidc/json.hpp"
#include <boost/json/basic_parser_impl.hpp>
#include <cmath>

namespace oidc {
namespace {
namespace bj = boost::json;
using Error = boost::system::error_code;

// Builds the value as the parser meets it; Boost's own would let the last of two members win.
struct Builder {
    static constexpr std::size_t max_object_size = 1000, max_array_size = 1000, max_key_size = 1000, max_string_size = 100'000;
    enum class Shape { list, object };
    struct Open {
        Shape shape;
        Json::List list{};
        Json::Object members{};
        std::string key{};
    };
    std::vector<Open> open{};
    std::string text{};
    Json whole{};

    static bool no(Error& error) { return error = make_error_code(bj::error::syntax), false; }
    bool add(Json value, Error& error) {
        if (open.empty()) return whole = std::move(value), true;
        auto& in = open.back();
        if (in.shape == Shape::list) return in.list.push_back(std::move(value)), true;
        return in.members.try_emplace(std::move(in.key), std::move(value)).second || no(error);
    }
    bool close(Error& error) {
        Open done = std::move(open.back());
        open.pop_back();
        return done.shape == Shape::list ? add(Json(std::move(done.list)), error) : add(Json(std::move(done.members)), error);
    }
    bool part(bj::string_view more) { return text.append(more.data(), more.size()), true; }
    std::string taken(bj::string_view last) { return part(last), std::exchange(text, {}); }

    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_object_begin(Error&) { return open.push_back({Shape::object}), true; }
    bool on_object_end(std::size_t, Error& error) { return close(error); }
    bool on_array_begin(Error&) { return open.push_back({Shape::list}), true; }
    bool on_array_end(std::size_t, Error& error) { return close(error); }
    bool on_key_part(bj::string_view more, std::size_t, Error&) { return part(more); }
    bool on_key(bj::string_view last, std::size_t, Error&) { return open.back().key = taken(last), true; }
    bool on_string_part(bj::string_view more, std::size_t, Error&) { return part(more); }
    bool on_string(bj::string_view last, std::size_t, Error& error) { return add(Json(taken(last)), error); }
    bool on_number_part(bj::string_view, Error&) { return true; }
    bool on_int64(std::int64_t number, bj::string_view, Error& error) { return add(Json(number), error); }
    bool on_uint64(std::uint64_t number, bj::string_view, Error& error) { return add(Json(static_cast<double>(number)), error); }
    bool on_double(double number, bj::string_view, Error& error) { return add(Json(number), error); }
    bool on_bool(bool is, Error& error) { return add(Json(is), error); }
    bool on_null(Error& error) { return add(Json(nullptr), error); }
    bool on_comment_part(bj::string_view, Error& error) { return no(error); }
    bool on_comment(bj::string_view, Error& error) { return no(error); }
};
constexpr std::int64_t year_10000 = 253'402'300'800;
}

std::optional<Json> Json::object(std::string_view text, std::size_t most_bytes) {
    if (text.size() > most_bytes) return {};
    bj::parse_options strict;
    strict.max_depth = 16;
    bj::basic_parser<Builder> parser(strict);
    Error error;
    const auto read = parser.write_some(false, text.data(), text.size(), error);
    if (error || read != text.size() || !parser.handler().whole.is_object()) return {};
    return std::move(parser.handler().whole);
}

const Json* Json::find(std::string_view member) const {
    const auto* members = std::get_if<Object>(&value_);
    if (!members) return nullptr;
    const auto at = members->find(member);
    return at == members->end() ? nullptr : &at->second;
}
std::optional<std::int64_t> Json::seconds() const {
    std::optional<std::int64_t> out;
    if (const auto* whole = std::get_if<std::int64_t>(&value_)) out = *whole;
    if (const auto* part = std::get_if<double>(&value_); part && *part >= 0 && *part < static_cast<double>(year_10000)) out = static_cast<std::int64_t>(*part);
    return out && *out >= 0 && *out < year_10000 ? out : std::nullopt;
}
std::optional<std::vector<std::string>> Json::texts() const {
    if (const auto* one = text()) return std::vector{*one};
    if (!list()) return {};
    std::vector<std::string> out;
    for (const auto& item : *list()) {
        if (!item.text()) return {};
        out.push_back(*item.text());
    }
    return out;
}
std::string Json::text_of(std::string_view member) const {
    const auto* value = find(member);
    return value && value->text() ? *value->text() : "";
}
std::vector<std::string> Json::texts_of(std::string_view member) const {
    const auto* value = find(member);
    return value ? value->texts().value_or(std::vector<std::string>{}) : std::vector<std::string>{};
}

std::string json_text(std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\', out += c;
        else if (static_cast<unsigned char>(c) < 0x20) out += "\\u00", out += hex[(c >> 4) & 15], out += hex[c & 15];
        else out += c;
    }
    return out += '"';
}
}
