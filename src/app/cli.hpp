#pragma once
namespace app {
// Reads the command line, the environment (LOTSEN_…) and the settings file, and runs the command. Exit codes: 0 done, 1 could not
// be done, 2 wrong call.
int run(int argc, const char* const* argv);
}
