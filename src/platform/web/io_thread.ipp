// The bodies of IoThread, included by server.cpp only.
#include <boost/asio/post.hpp>
#include <random>

namespace web {
namespace {
constexpr auto sweep_every = std::chrono::milliseconds(500);
}

void IoThread::begin() { sweep(); }
void IoThread::sweep() {
    const auto now = std::chrono::steady_clock::now();
    const bool over = shared.draining && drain_end_ != Ticks{} && now >= drain_end_;
    for (std::size_t i = clients_.size(); i-- > 0;) {
        if (i >= clients_.size()) continue;
        const auto client = clients_[i]->shared_from_this();
        if (over) {
            shared.cut_off = true;
            client->reset();
        } else if (client->deadline_ <= now) client->late();
        else if (client->read_by_ != Ticks{} && client->read_by_ <= now && client->stage_ != Client::Stage::working) {
            if (!client->unread()) client->read_by_ = {};
            else (shared.rejected("slow_reader"), client->reset());
        }
    }
    if (drain_end_ != Ticks{} && clients_.empty()) return work.reset();
    sweeper_.expires_after(drain_end_ == Ticks{} ? sweep_every : sweep_every / 10);
    sweeper_.async_wait([this](Code) { sweep(); });
}
void IoThread::adopt(Socket socket) {
    Code ignored;
    socket.set_option(Tcp::no_delay(true), ignored);
    socket.non_blocking(true, ignored);
    auto client = std::make_shared<Client>(*this, std::move(socket));
    client->index_ = clients_.size();
    clients_.push_back(client.get());
    client->begin();
    if (drain_end_ != Ticks{}) client->drain();
}
void IoThread::forget(Client& client) {
    clients_.back()->index_ = client.index_;
    clients_[client.index_] = clients_.back();
    clients_.pop_back();
    --shared.connections;
    if (shared.left) shared.left(client.address_);
}
void IoThread::drain() {
    drain_end_ = std::chrono::steady_clock::now() + shared.options.times.drain;
    for (std::size_t i = clients_.size(); i-- > 0;)
        if (i < clients_.size()) clients_[i]->shared_from_this()->drain();
    sweeper_.cancel();   // its handler sweeps again, from now on more often
}
// No room for a new visitor: those who have been silent longest give way, an eighth at a time.
void IoThread::shed() {
    std::vector<Client*> silent;
    for (auto* client : clients_)
        if (client->stage_ == Client::Stage::idle || client->stage_ == Client::Stage::fresh) silent.push_back(client);
    const auto some = static_cast<std::ptrdiff_t>((silent.size() + 7) / 8);
    std::partial_sort(silent.begin(), silent.begin() + some, silent.end(), [](const Client* a, const Client* b) { return a->deadline_ < b->deadline_; });
    std::for_each(silent.begin(), silent.begin() + some, [](Client* client) { client->shared_from_this()->close(); });
}
std::string_view IoThread::date() {
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    if (now != date_second_) date_ = http_date(date_second_ = now);
    return date_;
}
// Ten characters to tell one request from another in the log; no secret.
std::string IoThread::reference() {
    static constexpr std::string_view letters = "23456789abcdefghjkmnpqrstuvwxyz";
    thread_local std::mt19937_64 random{std::random_device{}()};
    std::string text(10, ' ');
    auto drawn = random();
    for (auto& c : text) {
        c = letters[drawn % letters.size()];
        drawn /= letters.size();
    }
    return text;
}
}
