#include "platform/observe/log.hpp"
#include "base/text.hpp"
#include "platform/observe/line_writer.hpp"
#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

namespace observe {
namespace {
class BufferedSink final : public spdlog::sinks::base_sink<spdlog::details::null_mutex> {
    LineWriter writer_;
    void sink_it_(const spdlog::details::log_msg& message) override {
        std::string line(message.payload.data(), message.payload.size());
        writer_.add(line += '\n', message.level >= spdlog::level::warn ? LineWriter::Haste::now : LineWriter::Haste::soon);
    }
    void flush_() override {}

public:
    explicit BufferedSink(int descriptor) : writer_(descriptor) {}
};

spdlog::level::level_enum level_of(Level level) {
    switch (level) {
    case Level::debug: return spdlog::level::debug;
    case Level::info: return spdlog::level::info;
    case Level::warning: return spdlog::level::warn;
    case Level::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}
std::string_view word(Level level) {
    constexpr std::array<std::string_view, 4> words = {"debug", "info", "warning", "error"};
    return words.at(static_cast<std::size_t>(level));
}

using std::chrono::seconds, std::chrono::minutes;
// "2026-11-22T09:05Z", or with seconds where `Step` is seconds. Made once a step in each thread.
template <class Step> const std::string& now() {
    using namespace std::chrono;
    thread_local time_point<system_clock, Step> shown{};
    thread_local std::string text;
    const auto moment = floor<Step>(system_clock::now());
    if (moment == shown && !text.empty()) return text;
    shown = moment;
    const auto day = floor<days>(moment);
    const year_month_day date{day};
    const hh_mm_ss time{floor<std::chrono::seconds>(moment - day)};
    text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count());
    if (std::is_same_v<Step, std::chrono::seconds>) text += fmt::format(":{:02}", time.seconds().count());
    return text += "Z";
}
}

std::string json_text(std::string_view text) {
    if (!base::valid_utf8(text)) return "\"(not UTF-8)\"";
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') (out += '\\') += c;
        else if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
        else out += c;
    }
    return out += '"';
}

Log::Log(int descriptor, Level least) : logger_(std::make_shared<spdlog::logger>("lotsen", std::make_shared<BufferedSink>(descriptor))) {
    logger_->set_level(level_of(least));
}

void Log::request(const web::Finished& done) {
    const auto level = done.status >= 500 ? Level::error : Level::info;
    if (!logger_->should_log(level_of(level))) return;
    logger_->log(level_of(level), "{{\"time\":\"{}\",\"level\":\"{}\",\"event\":\"request\",\"reference\":\"{}\",\"route\":{},\"status\":{},\"us\":{}}}", now<minutes>(), word(level),
                 done.reference, json_text(done.route), done.status, done.micros);
}
void Log::fault(std::string_view reference, std::string_view route, std::string_view what) {
    logger_->error("{{\"time\":\"{}\",\"level\":\"error\",\"event\":\"fault\",\"reference\":\"{}\",\"route\":{},\"what\":{}}}", now<minutes>(), reference, json_text(route), json_text(what));
}
void Log::event(Level level, std::string_view name, Details details) {
    auto line = fmt::format("{{\"time\":\"{}\",\"level\":\"{}\",\"event\":{}", now<seconds>(), word(level), json_text(name));
    for (const auto& [key, value] : details) line += fmt::format(",{}:{}", json_text(key), json_text(value));
    logger_->log(level_of(level), "{}}}", line);
}
}
