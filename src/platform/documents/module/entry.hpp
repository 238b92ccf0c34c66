#pragma once
#include "platform/documents/documents.hpp"
// The one function of liblotsen_documents.so. The loader looks it up by name; `build` must be equal on both sides, or the types may differ.
namespace documents {

enum class Outcome { made, does_not_fit, failed };
// made: `out` is the PDF. does_not_fit: `out` says what, `where` which page or panel. failed: `out` is the reason.
using MakePdf = Outcome (*)(const Document*, Layout, std::string* out, int* where);

inline constexpr const char* library_file = "liblotsen_documents.so";
inline constexpr const char* make_pdf_name = "lotsen_documents_make_pdf";
inline constexpr const char* build_name = "lotsen_documents_build";
inline std::string build() { return LOTSEN_DOCUMENTS_BUILD "/" + std::to_string(sizeof(Document)) + "/" + std::to_string(sizeof(Block)); }
}
