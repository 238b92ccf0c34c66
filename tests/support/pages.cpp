#include "support/pages.hpp"
#include "app/site_server.hpp"
#include "base/text.hpp"
#include "platform/web/answer.hpp"
#include "site/addresses.hpp"
#include "site/routes.hpp"
#include <fstream>
#include <sstream>

namespace support {
namespace {
// The files of web/ that the program carries.
std::vector<base::EmbeddedFile> site_files() {
    static std::map<std::string, std::string> kept;
    for (const auto& entry : std::filesystem::directory_iterator(LOTSEN_SOURCE_DIR "/web")) {
        if (!entry.is_regular_file() || entry.path().extension() == ".md") continue;
        std::ostringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        kept[entry.path().filename().string()] = bytes.str();
    }
    std::vector<base::EmbeddedFile> out;
    for (const auto& [path, bytes] : kept) out.push_back({path, bytes});
    return out;
}
}

Page::Page(web::Response response, web::Method method) : Document(response.body.empty() ? "<html></html>" : response.body, response.type.find("xml") == std::string::npos ? Markup::html : Markup::xml), response_(std::move(response)), method_(method) {}

std::string Page::head() const {
    std::string out;
    web::write_head(out, response_, {.method = method_});
    return out;
}

std::string Page::header(std::string_view name) const {
    const auto lines = head();
    for (const auto line : base::split(lines, '\n'))
        if (base::lower(line).starts_with(base::lower(name) + ": ")) return std::string(base::trimmed(line.substr(name.size() + 2)));
    return {};
}

Site::Site(db::Database& database, const Records& records, const web::Gate* gate) : assets_(site_files()), vault_(std::make_shared<vault::Vault>(crypto::Keyring(crypto::MasterKey::random()))) {
    vault_->prepare(database, clock_.now());
    app::fill(database, records, clock_.now());
    composition_ = std::make_unique<app::Composition>(app::Ingredients{.database = database, .clock = clock_, .assets = assets_, .vault = vault_, .gate = gate ? gate : &gate_});
}

Page Site::get(const std::string& path) const { return router().respond({.path = path}); }

Page Site::post(const std::string& path, const web::Fields& form, const std::string& came_from) const {
    return {router().respond({.method = web::Method::post, .path = path, .form = form, .headers = {{"sec-fetch-site", came_from}}}), web::Method::post};
}

Page Site::send(const std::string& path, web::Fields form) const {
    web::Request request{.method = web::Method::post, .path = path};
    const auto found = router().find(web::Verb::post, path, request);
    if (found.route) form.emplace_back("stamp", composition_->stamps().issue(found.route->name, gate_.actor() ? gate_.actor()->session() : ""));
    return post(path, form);
}

Site& danderyds_site() {
    static const MigratedPlace place(db::Kind::sqlite);
    static const auto database = place.open();
    static Site site(*database, danderyds_records());
    return site;
}

std::vector<std::string> every_address() {
    std::vector<std::string> out;
    const site::Addresses addresses(danderyds());
    for (const auto language : i18n::languages)
        for (const auto& path : addresses.all()) out.push_back(page::localised(path, language));
    return out;
}
}
