// The floor that ./dev bench compares with: about the least a C++ server spends on a page here. One thread, epoll, keep-alive, cached
// SQLite statements, an inverted index in memory; no limits, no safety, no escaping beyond the four characters of HTML.
//   bench_floor PORT DATABASE
//   GET /item?id=N&size=BYTES      one row by key, escaped, filled up to BYTES
//   GET /search?q=WORD&size=BYTES  the twenty best by BM25, rows by key, filled up to BYTES
//   GET /bytes?size=BYTES          memory
#include <arpa/inet.h>
#include <cmath>
#include <cstring>
#include <iostream>
#include <netinet/tcp.h>
#include <sqlite3.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {
[[noreturn]] void give_up(const std::string& why) {
    std::cerr << "bench_floor: " << why << '\n';
    std::exit(1);
}

// One prepared statement, kept for the life of the program.
class Statement {
    sqlite3_stmt* statement_ = nullptr;

public:
    Statement(sqlite3* database, const char* sql) {
        if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK) give_up(sqlite3_errmsg(database));
    }
    bool step() { return sqlite3_step(statement_) == SQLITE_ROW; }
    void bind(int id) { sqlite3_bind_int(statement_, 1, id); }
    void reset() { sqlite3_reset(statement_); }
    int number(int column) { return sqlite3_column_int(statement_, column); }
    std::string_view text(int column) {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string_view();
    }
};

void escape(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '&') out += "&amp;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
}

// Words are runs of letters, digits and bytes of UTF-8; only ASCII is made lower case.
template <typename Use> void each_word(std::string_view text, Use use) {
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const auto c = static_cast<unsigned char>(i < text.size() ? text[i] : ' ');
        if (c >= 0x80 || std::isalnum(c)) word += static_cast<char>(c < 0x80 ? std::tolower(c) : c);
        else if (!word.empty()) use(word), word.clear();
    }
}

// BM25 with the weights worked out in advance.
class Index {
    struct Posting {
        int id;
        float weight;
    };
    std::unordered_map<std::string, std::vector<Posting>> words_;
    std::vector<float> scores_;
    std::vector<int> touched_;

public:
    explicit Index(sqlite3* database) {
        Statement all(database, "SELECT id, title, summary, body FROM offers");
        std::unordered_map<std::string, std::map<int, int>> counts;
        std::map<int, int> lengths;
        while (all.step())
            for (int column = 1; column <= 3; ++column)
                each_word(all.text(column), [&](const std::string& word) { counts[word][all.number(0)] += column == 1 ? 3 : 1, ++lengths[all.number(0)]; });
        double total = 0;
        for (const auto& [id, length] : lengths) total += length;
        const double documents = static_cast<double>(lengths.size()), average = total / documents;
        scores_.resize(lengths.empty() ? 1 : static_cast<std::size_t>(lengths.rbegin()->first) + 1);
        for (const auto& [word, in] : counts) {
            const double found = static_cast<double>(in.size()), rarity = std::log(1 + (documents - found + 0.5) / (found + 0.5));
            for (const auto& [id, count] : in)
                words_[word].push_back({id, static_cast<float>(rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * lengths[id] / average)))});
        }
    }
    std::vector<int> best(std::string_view query) {
        each_word(query, [&](const std::string& word) {
            const auto found = words_.find(word);
            if (found == words_.end()) return;
            for (const auto& [id, weight] : found->second) {
                auto& score = scores_[static_cast<std::size_t>(id)];
                if (score == 0) touched_.push_back(id);
                score += weight;
            }
        });
        const auto score = [this](int id) { return scores_[static_cast<std::size_t>(id)]; };
        const auto wanted = std::min<std::ptrdiff_t>(20, std::ssize(touched_));
        std::partial_sort(touched_.begin(), touched_.begin() + wanted, touched_.end(), [&](int a, int b) { return score(a) > score(b); });
        std::vector<int> out(touched_.begin(), touched_.begin() + wanted);
        for (const int id : touched_) scores_[static_cast<std::size_t>(id)] = 0;
        touched_.clear();
        return out;
    }
};

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16)), i += 2;
        else out += text[i] == '+' ? ' ' : text[i];
    }
    return out;
}
std::string_view parameter(std::string_view target, std::string_view name) {
    for (auto from = target.find('?'); from != std::string_view::npos; from = target.find('&', from + 1))
        if (target.substr(from + 1).starts_with(name)) return target.substr(from + 1 + name.size(), target.find('&', from + 1) - from - 1 - name.size());
    return {};
}
int number_in(std::string_view target, std::string_view name) { return std::atoi(std::string(parameter(target, name)).c_str()); }

// Answers one request target with a page.
class Pages {
    Statement item_;
    Index index_;
    std::string filler_ = std::string(1 << 20, 'x'), page_;

    void row(int id, bool whole) {
        item_.bind(id);
        if (item_.step()) {
            page_ += "<article><h2><a href=\"/item?id=" + std::to_string(id) + "\">";
            escape(page_, item_.text(0));
            page_ += "</a></h2><p>";
            escape(page_, item_.text(1));
            page_ += "</p>";
            if (whole) escape(page_, item_.text(2));
            page_ += "</article>";
        }
        item_.reset();
    }

public:
    explicit Pages(sqlite3* database) : item_(database, "SELECT title, summary, body FROM offers WHERE id = ?"), index_(database) {}
    const std::string& page(std::string_view target) {
        page_.clear();
        if (target.starts_with("/item")) row(number_in(target, "id="), true);
        if (target.starts_with("/search"))
            for (const int id : index_.best(decoded(parameter(target, "q=")))) row(id, false);
        const auto size = std::min(filler_.size(), static_cast<std::size_t>(number_in(target, "size=")));
        if (page_.size() < size) page_.append(filler_, 0, size - page_.size());
        return page_;
    }
};

struct Client {
    std::string in, out;
    std::size_t sent = 0;
};

class Server {
    Pages& pages_;
    int listener_, poll_ = epoll_create1(0);
    std::vector<Client> clients_ = std::vector<Client>(4096);

    void watch(int socket, std::uint32_t events, int change) {
        epoll_event event{};
        event.events = events;
        event.data.fd = socket;
        epoll_ctl(poll_, change, socket, &event);
    }
    void adopt() {
        for (int socket; (socket = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
            const int on = 1;
            setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            clients_.at(static_cast<std::size_t>(socket)) = {};
            watch(socket, EPOLLIN, EPOLL_CTL_ADD);
        }
    }
    bool read(int socket, Client& client) {
        char bytes[16384];
        const auto size = ::read(socket, bytes, sizeof bytes);
        if (size <= 0) return false;
        client.in.append(bytes, static_cast<std::size_t>(size));
        for (std::size_t end; (end = client.in.find("\r\n\r\n")) != std::string::npos; client.in.erase(0, end + 4)) {
            const auto from = client.in.find(' ') + 1;
            const auto& page = pages_.page(std::string_view(client.in).substr(from, client.in.find(' ', from) - from));
            client.out += "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + std::to_string(page.size()) + "\r\n\r\n";
            client.out += page;
        }
        return true;
    }
    bool write(int socket, Client& client) {
        const auto size = ::write(socket, client.out.data() + client.sent, client.out.size() - client.sent);
        if (size < 0) return errno == EAGAIN;
        client.sent += static_cast<std::size_t>(size);
        const bool all = client.sent == client.out.size();
        if (all) client.out.clear(), client.sent = 0;
        else watch(socket, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
        return true;
    }

public:
    Server(Pages& pages, std::uint16_t port) : pages_(pages), listener_(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
        const int on = 1;
        setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || listen(listener_, 1024) != 0) give_up(std::strerror(errno));
        watch(listener_, EPOLLIN, EPOLL_CTL_ADD);
    }
    [[noreturn]] void serve() {
        epoll_event events[256];
        for (;;) {
            const int ready = epoll_wait(poll_, events, 256, -1);
            for (int i = 0; i < ready; ++i) {
                const int socket = events[i].data.fd;
                if (socket == listener_) {
                    adopt();
                    continue;
                }
                auto& client = clients_.at(static_cast<std::size_t>(socket));
                bool alive = (events[i].events & EPOLLIN) == 0 || read(socket, client);
                if (alive && !client.out.empty()) alive = write(socket, client);
                if (alive && client.out.empty() && (events[i].events & EPOLLOUT)) watch(socket, EPOLLIN, EPOLL_CTL_MOD);
                if (!alive) close(socket);
            }
        }
    }
};
}

int main(int count, char** words) {
    if (count != 3) give_up("usage: bench_floor PORT DATABASE");
    sqlite3* database = nullptr;
    if (sqlite3_open_v2(words[2], &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) give_up("cannot open " + std::string(words[2]));
    Pages pages(database);
    Server(pages, static_cast<std::uint16_t>(std::atoi(words[1]))).serve();
}
