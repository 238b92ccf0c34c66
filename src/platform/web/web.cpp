#include "platform/web/web.hpp"
#include "platform/html/url.hpp"

namespace web {

std::string_view Request::first(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return value;
    return {};
}
std::vector<std::string_view> Request::all(const Fields& fields, std::string_view name) {
    std::vector<std::string_view> found;
    for (const auto& [key, value] : fields)
        if (key == name) found.push_back(value);
    return found;
}

Response& Response::header(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}
Response Response::html(std::string body, int status) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}
Response Response::not_found() {
    Response response;
    response.status = 404;
    return response;
}

Response Response::see_other(std::string path) {
    Response response;
    response.status = 303;
    response.header("Location", std::move(path));
    return response;
}
Response Response::file(std::string body, std::string type, std::string_view file_name) {
    Response response;
    response.type = std::move(type);
    response.body = std::move(body);
    response.header("Content-Disposition", "attachment; filename*=UTF-8''" + html::percent_encoded(file_name));
    return response;
}
}
