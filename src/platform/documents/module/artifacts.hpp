#pragma once
#include <qpdf/QPDFPageObjectHelper.hh>
namespace documents {
// Marks everything that stands outside the tags as an artifact (cairo 1.16 has no tag for it), so that no reader speaks it.
void mark_decoration(QPDFPageObjectHelper&);
}
