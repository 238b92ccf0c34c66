#pragma once
#include <set>
#include <string>
#include <string_view>
namespace site {
struct Content;

// Every address of the site, without language: for the check of links and for the sitemap.
class Addresses {
    std::set<std::string, std::less<>> all_;

public:
    explicit Addresses(const Content&);
    bool has(std::string_view link) const;                    // a query or fragment is left out of the comparison
    const std::set<std::string, std::less<>>& all() const { return all_; }
};
}
