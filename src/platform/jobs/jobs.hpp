#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>
// Work that is done by itself at intervals, by one program at a time of all that share the database.
namespace jobs {

// The right to run one job now. A job that takes long asks between its steps, and ends when the answer is false.
class Lease {
    std::stop_token stop_;
    const std::atomic<bool>& held_;

public:
    Lease(std::stop_token stop, const std::atomic<bool>& held) : stop_(std::move(stop)), held_(held) {}
    // False when the program is stopping or the lease could not be renewed.
    bool go_on() const { return !stop_.stop_requested() && held_.load(); }
    const std::stop_token& stop() const { return stop_; }
};

struct Job {
    std::string name;                  // "audit.head": the row's key in job_lease
    std::chrono::milliseconds every;   // from start to start; after a failure at most a minute
    std::function<void(const Lease&)> run;
};

struct Times {
    std::chrono::milliseconds lease{30'000};   // a job whose program died is taken over after this
    std::chrono::milliseconds look{1'000};     // how often it is asked whether something is due, at most
};

// Told when a job throws, and when the lease could not be taken or renewed. Must not throw.
using Failed = std::function<void(const std::string& job, const std::string& why)>;

// Runs the jobs, each on a thread of its own, while it holds their lease rows (job, holder, until; renewed while a job runs), so that a job
// never runs in two programs at once as long as their clocks differ by less than a lease. A job that throws is told of and runs again later.
class Runner {
public:
    // `holder`: this program's own name among all: random (crypto::random_id).
    Runner(db::Database&, const base::Clock&, std::string holder, std::vector<Job>, Failed, Times = {});
    // Tells running jobs to end, waits for them, and gives the leases back.
    ~Runner();
    Runner(const Runner&) = delete;

private:
    struct Kept;
    void work(std::stop_token, Kept&);
    void run_once(const std::stop_token&, Kept&);
    void renew(std::stop_token);
    template <class F> bool tried(const Job&, F&&);

    db::Database& database_;
    const base::Clock& clock_;
    const std::string holder_;
    const Failed failed_;
    const Times times_;
    std::vector<std::unique_ptr<Kept>> kept_;
    std::jthread renewing_;
};
}
