// A rush to the last seats, as the program meets it: each person opens the page, answers one question a page as a browser does, waits as long as
// a person takes, and presses the last button when all do. Some send their form again, some from two networks at once, and whose line breaks
// presses again until she is answered.
// Usage: rush SLUG PEOPLE OF_A_NETWORK AT_A_TIME PAUSE_MS PORT...; writes what each was told to standard output when done: a line each, with tabs between
//   which (first, twin, again), person, sent and answered (microseconds), tries, status, what the heading says, number in the line, code, form.
// It says "ready" and waits for a line before the last button is pressed; then "pressed".
#include "browser.hpp"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <thread>

namespace {
using namespace rush;
using std::chrono::steady_clock;
constexpr int most_of_a_network = 10;       // the program lets twelve through at once from each, if none was in a hurry
constexpr std::chrono::seconds unhurried{21};

struct Wanted {
    std::string slug;
    int people, of_a_network, at_a_time, pause_ms;
    std::vector<int> ports;
    std::string path() const { return "/aktiviteter/" + slug + "/anmal"; }
    int networks() const { return (people + of_a_network - 1) / of_a_network; }
    int port(int n) const { return ports[static_cast<std::size_t>(n) % ports.size()]; }
};
struct Person {
    std::string form, opened;   // what the last button sends
};
// What she was told, and when she pressed the first time.
struct Told {
    const char* which;
    int person, tries = 0, status = 0;
    std::int64_t sent = 0, answered = 0;
    std::string heading = {}, number = {}, code = {};
};

std::string address_of(int network) { return "127." + std::to_string(1 + network / 62'500) + "." + std::to_string(network / 250 % 250) + "." + std::to_string(2 + network % 250); }
std::int64_t micros() { return std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now().time_since_epoch()).count(); }

// Does `one(n)` for each n below `count`, so many at a time.
template <class F> void all(int count, int at_a_time, F one) {
    std::atomic<int> next{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < at_a_time; ++t)
        threads.emplace_back([&] {
            for (int n = next++; n < count; n = next++) one(n);
        });
    for (auto& thread : threads) thread.join();
}

// From the first page to the one that asks whether all is right.
Person reads(Connection& browser, const Wanted& wanted, int n) {
    auto page = browser.get(wanted.path());
    for (int pages = 0; pages < 6; ++pages) {
        auto form = page ? form_to(page->body, wanted.path()) : std::nullopt;
        if (!page || page->status != 200 || !form) break;
        if (form->of("steg") == "granska") return {form->encoded(), std::string(form->of("opened"))};
        for (const auto& name : form->texts)
            if (name == "name") form->set(name, "Påhittad");
        page = browser.post(wanted.path(), form->encoded());
    }
    std::fprintf(stderr, "rush: nobody comes to the last page; person %d met %d\n%s\n", n, page ? page->status : 0, page ? page->body.substr(0, 3000).c_str() : "");
    std::exit(1);
}

bool is_an_answer(const Answer& a) { return a.status != 503 && a.status != 429; }
// Presses, and presses again until somebody answers, each time at the next program: what a person and what stands before the programs do.
Told presses(std::vector<Connection>& browsers, const Wanted& wanted, const Person& person, Told told) {
    told.sent = micros();
    for (;; ++told.tries) {
        auto& browser = browsers[static_cast<std::size_t>(told.person + told.tries) % browsers.size()];
        const auto answer = browser.post(wanted.path(), person.form);
        if (answer) told.status = answer->status;
        if (answer && (is_an_answer(*answer) || told.tries > 400)) {
            told.answered = micros();
            told.heading = text_of(answer->body, "h1");
            told.number = text_of(answer->body, "p", "lead");
            told.code = text_of(answer->body, "p", "receipt");
            return told;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(answer && answer->status == 429 ? 2000 : 50));
    }
}

// A network's people, one after the other; one of the next network's, who presses on two telephones at once; and one who presses again.
class Rush {
    const Wanted& wanted_;
    const std::vector<Person>& people_;
    std::mutex mutex_;
    std::vector<Told> told_;

    void press(std::vector<Connection>& browsers, const char* which, int n) {
        auto told = presses(browsers, wanted_, people_[static_cast<std::size_t>(n)], {.which = which, .person = n});
        const std::lock_guard lock(mutex_);
        told_.push_back(std::move(told));
    }
    void network(int of) {
        std::vector<Connection> browsers;
        for (const int port : wanted_.ports) browsers.emplace_back(address_of(of), port);
        const int first = of * wanted_.of_a_network, last = std::min(first + wanted_.of_a_network, wanted_.people);
        const bool of_ten = first % most_of_a_network == 0;
        if (of_ten && last < wanted_.people) press(browsers, "twin", last);
        for (int n = first; n < last; ++n) {
            press(browsers, "first", n);
            if (wanted_.pause_ms > 0) std::this_thread::sleep_for(std::chrono::milliseconds(wanted_.pause_ms));
        }
        if (of_ten) press(browsers, "again", first);
    }

public:
    Rush(const Wanted& wanted, const std::vector<Person>& people) : wanted_(wanted), people_(people) {}
    std::vector<Told> go() {
        all(wanted_.networks(), wanted_.at_a_time, [&](int n) { network(n); });
        return std::move(told_);
    }
};

int rushed(const Wanted& wanted) {
    std::vector<Person> people(static_cast<std::size_t>(wanted.people));
    all(wanted.networks(), wanted.at_a_time, [&](int network) {
        Connection browser(address_of(network), wanted.port(network));
        for (int n = network * wanted.of_a_network; n < std::min((network + 1) * wanted.of_a_network, wanted.people); ++n) people[static_cast<std::size_t>(n)] = reads(browser, wanted, n);
    });
    std::this_thread::sleep_for(unhurried);
    std::puts("ready");
    std::fflush(stdout);
    std::string line;
    std::getline(std::cin, line);
    const auto told = Rush(wanted, people).go();
    std::puts("pressed");
    for (const auto& t : told)
        std::printf("%s\t%d\t%lld\t%lld\t%d\t%d\t%s\t%s\t%s\t%s\n", t.which, t.person, static_cast<long long>(t.sent), static_cast<long long>(t.answered), t.tries, t.status, t.heading.c_str(), t.number.c_str(), t.code.c_str(),
                    people[static_cast<std::size_t>(t.person)].opened.c_str());
    return 0;
}
}

int main(int argc, char** argv) {
    if (argc < 7) return std::fputs("usage: rush SLUG PEOPLE OF_A_NETWORK AT_A_TIME PAUSE_MS PORT...\n", stderr), 2;
    Wanted wanted{argv[1], std::atoi(argv[2]), std::clamp(std::atoi(argv[3]), 1, most_of_a_network), std::atoi(argv[4]), std::atoi(argv[5]), {}};
    for (int i = 6; i < argc; ++i) wanted.ports.push_back(std::atoi(argv[i]));
    return rushed(wanted);
}
