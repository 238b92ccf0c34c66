#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
// As much of a browser as signing up takes: a connection that is kept, and the forms of a page.
namespace rush {

struct Answer {
    int status = 0;
    std::string body;
};

// One network's connection to one program, over HTTP/1.1, kept from request to request. From an address of its own (127.x.y.z), for the
// program counts how much comes from each.
class Connection {
    std::string from_;
    int port_, socket_ = -1;
    std::string got_;   // read, and not yet looked at

    bool connected();
    bool sent(std::string_view bytes);
    bool more();
    std::optional<Answer> read();
    void closed();

public:
    Connection(std::string from, int port) : from_(std::move(from)), port_(port) {}
    Connection(const Connection&) = delete;
    Connection(Connection&& other) noexcept;
    ~Connection() { closed(); }
    int port() const { return port_; }
    bool open() { return connected(); }
    // Nothing when nobody answers, or the line breaks before the whole answer has come. It is not tried again: that is for the person to do.
    std::optional<Answer> get(std::string_view path);
    std::optional<Answer> post(std::string_view path, std::string_view form);
};

// The form of a page that leads to `action`, with what it holds when nobody has touched it.
struct Form {
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<std::string> texts;   // names of the fields to write in

    std::string_view of(std::string_view name) const;
    void set(std::string_view name, std::string_view value);
    std::string encoded() const;
};
std::optional<Form> form_to(std::string_view page, std::string_view action);
// What stands between `<tag …>` and its end, without what is inside angle brackets; the first whose attributes hold `mark`.
std::string text_of(std::string_view page, std::string_view tag, std::string_view mark = {});
}
