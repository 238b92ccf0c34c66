#include "platform/web/assets.hpp"
#include "platform/web/compression.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/web/answer.hpp"
#include <fmt/format.h>
#include <sodium.h>

namespace web {
namespace {
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> types = {{
    {".css", "text/css; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".svg", "image/svg+xml"}, {".png", "image/png"},
    {".jpg", "image/jpeg"}, {".webp", "image/webp"}, {".ico", "image/x-icon"}, {".woff2", "font/woff2"}, {".json", "application/json"},
    {".webmanifest", "application/manifest+json"}, {".txt", "text/plain; charset=utf-8"}, {".pdf", "application/pdf"}}};
std::string type_of(std::string_view name) {
    for (const auto& [ending, type] : types)
        if (name.ends_with(ending)) return std::string(type);
    return "application/octet-stream";
}
bool worth_packing(std::string_view type) { return type.starts_with("text/") || type.starts_with("image/svg") || type.starts_with("application/"); }

std::string hash_of(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> sum{};
    crypto_hash_sha256(sum.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::string text;
    for (std::size_t i = 0; i < 10; ++i) fmt::format_to(std::back_inserter(text), "{:02x}", sum[i]);
    return text;
}
std::string with_hash(std::string_view name, std::string_view hash) {
    const auto dot = name.rfind('.');
    const auto stem = name.substr(0, dot), ending = dot == name.npos ? std::string_view() : name.substr(dot);
    return fmt::format("{}-{}{}", stem, hash, ending);
}

// "../fonts/a.woff2" seen from "css/app.css" is "fonts/a.woff2".
std::string resolved(std::string_view from, std::string_view to) {
    auto parts = base::split(from, '/');
    parts.pop_back();
    for (const auto part : base::split(to, '/')) {
        if (part == ".." && !parts.empty()) parts.pop_back();
        else if (part != "." && part != "..") parts.push_back(part);
    }
    return base::joined({parts.begin(), parts.end()}, "/");
}

std::string caching(const Asset& asset) { return asset.forever ? "public, max-age=31536000, immutable" : "no-cache"; }
std::string head_of(const Asset& asset, bool packed, bool tls, int status) {
    std::string head = fmt::format("HTTP/1.1 {} {}\r\n", status, reason(status));
    const auto etag = packed ? asset.etag.substr(0, asset.etag.size() - 1) + "-gz\"" : asset.etag;
    if (status == 200) fmt::format_to(std::back_inserter(head), "Content-Type: {}\r\nContent-Length: {}\r\n", asset.type, packed ? asset.packed.size() : asset.plain.size());
    if (packed && status == 200) head += "Content-Encoding: gzip\r\n";
    if (!asset.packed.empty()) head += "Vary: Accept-Encoding\r\n";
    fmt::format_to(std::back_inserter(head), "ETag: {}\r\nCache-Control: {}\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'; sandbox\r\nX-Frame-Options: DENY\r\n{}", etag, caching(asset), fixed_headers());
    if (tls) head += "Strict-Transport-Security: max-age=31536000\r\n";
    return head;
}
bool etag_known(std::string_view if_none_match, std::string_view etag) {
    const auto core = etag.substr(1, etag.size() - 2);
    for (auto tag : base::split(if_none_match, ',')) {
        tag = base::trimmed(tag);
        if (tag == "*") return true;
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        if (tag.size() < 2 || tag.front() != '"' || tag.back() != '"') continue;
        tag = tag.substr(1, tag.size() - 2);
        if (tag.ends_with("-gz")) tag.remove_suffix(3);
        if (tag == core) return true;
    }
    return false;
}

// Where url(...) in a style sheet names another of our files, its hashed address is put in: else it would be fetched twice.
std::string with_addresses(std::string_view name, std::string_view css, const std::map<std::string, const Asset*, std::less<>>& known) {
    std::string out;
    for (std::size_t at; (at = css.find("url(")) != css.npos;) {
        const auto end = css.find(')', at);
        if (end == css.npos) break;
        auto inside = base::trimmed(css.substr(at + 4, end - at - 4));
        if (inside.size() > 2 && (inside.front() == '"' || inside.front() == '\'')) inside = inside.substr(1, inside.size() - 2);
        const auto found = known.find(resolved(name, inside));
        out += css.substr(0, at);
        if (found == known.end()) out += css.substr(at, end + 1 - at);
        else out += "url(" + found->second->address + ")";
        css.remove_prefix(end + 1);
    }
    return out += css;
}
}

Assets::Assets(std::span<const base::EmbeddedFile> files, std::string prefix) : prefix_(std::move(prefix)) {
    base::require(sodium_init() >= 0, "libsodium starts");
    for (const auto& file : files)
        if (!file.path.ends_with(".css")) add(file, file.bytes);
    for (const auto& file : files)
        if (file.path.ends_with(".css")) add(file, with_addresses(file.path, file.bytes, by_name_));
}

void Assets::add(base::EmbeddedFile file, std::string_view bytes) {
    Asset asset;
    const auto hash = hash_of(bytes);
    asset.name = file.path;
    asset.type = type_of(file.path);
    asset.etag = "\"" + hash + "\"";
    asset.address = prefix_ + with_hash(file.path, hash);
    asset.plain = file.bytes;
    if (bytes != file.bytes) asset.rewritten = bytes;
    if (worth_packing(asset.type)) asset.packed = gzip(bytes, Effort::small);
    if (asset.packed.size() >= bytes.size()) asset.packed.clear();
    add_at(asset.address, asset, true);
    by_name_[asset.name] = by_path_[asset.address];
    add_at(prefix_ + asset.name, asset, false);
}

void Assets::add_at(std::string path, const Asset& asset, bool forever) {
    auto kept = std::make_unique<Asset>(asset);
    kept->forever = forever;
    if (!kept->rewritten.empty()) kept->plain = kept->rewritten;
    for (const std::size_t tls : {0U, 1U}) {
        for (const std::size_t packed : {0U, 1U}) kept->heads[packed][tls] = head_of(*kept, packed == 1, tls == 1, 200);
        kept->unchanged[tls] = head_of(*kept, false, tls == 1, 304);
    }
    by_path_[std::move(path)] = kept.get();
    kept_.push_back(std::move(kept));
}

html::Url Assets::url(std::string_view name) const {
    const auto found = by_name_.find(name);
    base::require(found != by_name_.end(), "an asset that a page points at exists");
    return html::Url::path(found->second->address);
}

const Asset* Assets::find(std::string_view path) const {
    if (!path.starts_with(prefix_)) return nullptr;
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : found->second;
}

AssetAnswer asset_answer(const Asset& asset, std::string_view if_none_match, std::string_view accept_encoding, bool tls) {
    if (!if_none_match.empty() && etag_known(if_none_match, asset.etag)) return {304, {}, asset.unchanged[tls ? 1 : 0]};
    const bool packed = !asset.packed.empty() && accepts_gzip(accept_encoding);
    return {200, packed ? std::string_view(asset.packed) : asset.plain, asset.heads[packed ? 1 : 0][tls ? 1 : 0]};
}

Response asset_response(const Asset& asset) {
    Response response;
    response.type = asset.type;
    response.body = asset.plain;
    return response.header("ETag", asset.etag).header("Cache-Control", caching(asset));
}
}
