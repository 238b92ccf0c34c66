#include "platform/documents/module/entry.hpp"
#include "platform/documents/module/finish.hpp"
#include "platform/documents/module/pages.hpp"

// Exceptions end here: their types would be two where library and program each have their own.
extern "C" __attribute__((visibility("default"))) documents::Outcome lotsen_documents_make_pdf(const documents::Document* document, documents::Layout layout,
                                                                                               std::string* out, int* where) {
    using documents::Outcome;
    try {
        *out = documents::finished(documents::drawn(*document, layout), *document);
        return Outcome::made;
    } catch (const documents::DoesNotFit& e) {
        *where = e.where;
        *out = e.what();
        return Outcome::does_not_fit;
    } catch (const std::exception& e) {
        *out = e.what();
        return Outcome::failed;
    }
}

extern "C" __attribute__((visibility("default"))) const char* lotsen_documents_build() {
    static const std::string text = documents::build();
    return text.c_str();
}
