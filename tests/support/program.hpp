#pragma once
#include <string>
#include <sys/types.h>
#include <vector>
// The built program, run as a person runs it.
namespace support {

struct Ended {
    int code;
    std::string out, err;
};
Ended run_lotsen(const std::vector<std::string>& arguments);

// Variables that the program is to see; those of whoever runs the tests it does not.
using Environment = std::vector<std::pair<std::string, std::string>>;

// `lotsen serve` or `demo` in the background, once it has said where it answers. Killed if the test leaves it running.
class RunningLotsen {
    pid_t pid_ = 0;
    int out_ = -1, port_ = 0;
    std::string said_;
    void read_until_it_answers();

public:
    explicit RunningLotsen(const std::vector<std::string>& arguments, const Environment& = {});
    ~RunningLotsen();
    RunningLotsen(const RunningLotsen&) = delete;
    int port() const { return port_; }
    const std::string& said() const { return said_; }
    // The whole answer to GET, head and body; "" when nobody answers.
    std::string get(const std::string& path) const;
    // SIGTERM, then the exit code; -1 when it does not end in 15 seconds or ends by a signal.
    int stop();
};
}
