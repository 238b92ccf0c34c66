#pragma once
#include "base/embedded.hpp"
#include "platform/html/url.hpp"
#include "platform/web/web.hpp"
#include <array>
#include <map>
#include <memory>
#include <span>
namespace web {

// One file of the site as it is sent: bytes, packed bytes when smaller, and the header lines made once.
struct Asset {
    std::string name, type, etag, address;
    std::string_view plain;
    std::string packed, rewritten;            // gzip; CSS whose url() point at the other assets' addresses
    bool forever = false;                     // asked for with its hash in the address
    std::array<std::array<std::string, 2>, 2> heads;   // [packed][behind TLS]
    std::array<std::string, 2> unchanged;              // of 304, [behind TLS]
};

// What of an asset answers a request: a status, the bytes, and the lines for the head.
struct AssetAnswer {
    int status = 200;
    std::string_view body, head;              // head: all lines but Date and Connection, status line included
};

// All files of the site, packed and hashed at start; read from every thread. The address holds the hash, so a browser may keep
// the file for a year; the address without the hash works too and is asked for again each time.
class Assets {
    std::string prefix_;
    std::vector<std::unique_ptr<Asset>> kept_;
    std::map<std::string, const Asset*, std::less<>> by_path_, by_name_;
    void add(base::EmbeddedFile, std::string_view bytes);
    void add_at(std::string path, const Asset&, bool forever);

public:
    // `prefix` is the folder in the address.
    explicit Assets(std::span<const base::EmbeddedFile>, std::string prefix = "/static/");
    // The address of "css/app.css". Throws base::Bug when there is no such file: a page must not point at nothing.
    html::Url url(std::string_view name) const;
    const Asset* find(std::string_view path) const;
};
AssetAnswer asset_answer(const Asset&, std::string_view if_none_match, std::string_view accept_encoding, bool tls);
Response asset_response(const Asset&);
}
