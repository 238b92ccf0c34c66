#include "platform/backup/backup.hpp"

namespace backup {
namespace {
constexpr std::int64_t report_every = 5000;
}

Checked verify(SealedReader& file, const Told& told) {
    RowReader rows(file);
    const auto of = rows_in(rows.contents());
    std::int64_t done = 0;
    rows.each([&](const Table&, const std::vector<Value>&) {
        if (++done % report_every == 0 && told) told(Stage::checking, done, of);
    });
    if (told) told(Stage::checking, of, of);
    return {file.header(), rows.contents()};
}
Checked verify(const std::filesystem::path& path, std::span<const crypto::MasterKey> masters, const Told& told) {
    SealedReader file(path, masters);
    return verify(file, told);
}
}
