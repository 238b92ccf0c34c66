#include "platform/i18n/normal.hpp"
#include <boost/locale.hpp>

namespace i18n {
namespace {
// ICU knows Unicode's tables; the other backends leave the text as it is.
std::locale with_icu() {
    auto backends = boost::locale::localization_backend_manager::global();
    backends.select("icu");
    boost::locale::generator generator(backends);
    generator.categories(boost::locale::category_t::convert);
    return generator("sv_SE.UTF-8");
}
}

std::string nfc(std::string_view text) {
    static const std::locale locale = with_icu();
    return boost::locale::normalize(std::string(text), boost::locale::norm_nfc, locale);
}
}
