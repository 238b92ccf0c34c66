#include "platform/db/postgresql_errors.hpp"

namespace db {
const char* world_failed(std::string_view sqlstate) {
    const auto family = sqlstate.substr(0, 2);
    if (sqlstate == "53100") return "the disk is full";
    if (sqlstate == "57014" || sqlstate == "55P03" || sqlstate == "25P03") return "the database took too long";
    if (sqlstate == "25006") return "the server only allows reading";
    if (family == "08" || family == "57") return "the connection to the database was lost";
    if (family == "53") return "the server lacks room or connections";
    if (family == "58" || family == "XX") return "the server could not read or write its files";
    if (family == "40") return "the server ended the transaction";
    return nullptr;
}
}
