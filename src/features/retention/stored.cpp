#include "features/retention/public.hpp"
#include "platform/pack/store.hpp"

namespace retention {
Retention stored(db::Reader& reader) {
    pack::Problems ignored;
    for (const auto& record : pack::ContentStore{}.all(reader))
        if (record.path == record_path) return parse(record.source, record.path, ignored);
    return {};
}
}
