#pragma once
#include "site/snapshot.hpp"
namespace site {

web::Response start_page(const page::Visit&, const Snapshot&);
// /borja/{door}: the words of one door, each leading to the offers behind it (feature A4).
web::Response door_page(const page::Visit&, const Snapshot&, std::string_view door);
// /sok?q=…
web::Response search_page(const page::Visit&, const Snapshot&);
// 403, 404, 405, 500, 503: what happened and what one can do.
web::Response error_page(const page::Visit&, int status, const std::string& reference);

struct Door {
    std::string_view name;        // /borja/{name}
    directory::Facet facet;
    std::string_view icon;
    const char *title, *about;
};
std::span<const Door> doors();
}
