#include "platform/jobs/jobs.hpp"

namespace jobs {
namespace {
// Given when the row is free, its holder's time is out, or it is one's own; and the job is due for all programs together. A `ran_at` in
// the future was written by a clock that has been set back.
constexpr db::Sql take{"jobs.take", "INSERT INTO job_lease (job, holder, until, ran_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (job) DO UPDATE "
                                    "SET holder = excluded.holder, until = excluded.until, ran_at = excluded.ran_at "
                                    "WHERE (job_lease.until <= ?4 OR job_lease.holder = excluded.holder) AND (job_lease.ran_at <= ?5 OR job_lease.ran_at > ?4)"};
constexpr db::Sql keep{"jobs.keep", "UPDATE job_lease SET until = ?3 WHERE job = ?1 AND holder = ?2 AND until > ?4"};
constexpr db::Sql give_back{"jobs.give_back", "UPDATE job_lease SET until = 0, ran_at = ?3 WHERE job = ?1 AND holder = ?2"};
constexpr db::Sql last_run{"jobs.last_run", "SELECT until, ran_at FROM job_lease WHERE job = ?1"};
constexpr std::chrono::milliseconds soon_again{60'000};
}

struct Runner::Kept {
    Job job;
    std::atomic<bool> running{false}, held{false};
    std::mutex mutex{};
    std::condition_variable_any woken{};
    std::jthread thread{};
};

Runner::Runner(db::Database& database, const base::Clock& clock, std::string holder, std::vector<Job> jobs, Failed failed, Times times)
    : database_(database), clock_(clock), holder_(std::move(holder)), failed_(std::move(failed)), times_(times) {
    for (auto& job : jobs) {
        kept_.push_back(std::make_unique<Kept>());
        kept_.back()->job = std::move(job);
    }
    for (auto& kept : kept_) kept->thread = std::jthread([this, at = kept.get()](std::stop_token stop) { work(std::move(stop), *at); });
    renewing_ = std::jthread([this](std::stop_token stop) { renew(std::move(stop)); });
}

Runner::~Runner() {
    for (auto& kept : kept_) kept->thread.request_stop();
    for (auto& kept : kept_) kept->thread.join();
    renewing_.request_stop();   // last: what still runs keeps its lease until it has ended
    renewing_.join();
}

template <class F> bool Runner::tried(const Job& job, F&& f) {
    try {
        f();
        return true;
    } catch (const std::exception& problem) {
        failed_(job.name, problem.what());
    } catch (...) {
        failed_(job.name, "something that is no std::exception was thrown");
    }
    return false;
}

void Runner::work(std::stop_token stop, Kept& kept) {
    std::unique_lock lock(kept.mutex);
    while (!stop.stop_requested()) {
        tried(kept.job, [&] { run_once(stop, kept); });
        kept.woken.wait_for(lock, stop, std::min(times_.look, kept.job.every), [&] { return stop.stop_requested(); });
    }
}

void Runner::run_once(const std::stop_token& stop, Kept& kept) {
    const auto& job = kept.job;
    const auto begun = clock_.now().ms;
    const auto due_since = begun - job.every.count();
    const auto row = database_.read([&](db::Reader& reader) {
        return reader.optional_one(last_run, {job.name}, [](const db::Row& r) { return std::pair(r.integer(0), r.integer(1)); });
    });
    if (row && (row->first > begun || (row->second > due_since && row->second <= begun))) return;   // running elsewhere, or not due
    if (database_.write([&](db::Transaction& tx) { return tx.execute(take, {job.name, holder_, begun + times_.lease.count(), begun, due_since}); }) == 0) return;
    kept.held = kept.running = true;
    const bool done = tried(job, [&] { job.run(Lease(stop, kept.held)); });
    kept.running = false;
    const auto again = done ? begun : begun - job.every.count() + std::min(job.every, soon_again).count();
    database_.write([&](db::Transaction& tx) { tx.execute(give_back, {job.name, holder_, again}); });
}

void Runner::renew(std::stop_token stop) {
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    while (!woken.wait_for(lock, stop, times_.lease / 3, [&] { return stop.stop_requested(); }))
        for (auto& kept : kept_) {
            if (!kept->running) continue;
            const auto now = clock_.now().ms;
            bool kept_it = false;
            tried(kept->job, [&] {
                kept_it = database_.write([&](db::Transaction& tx) { return tx.execute(keep, {kept->job.name, holder_, now + times_.lease.count(), now}); }) == 1;
            });
            if (!kept_it) kept->held = false;
        }
}
}
