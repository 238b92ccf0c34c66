#pragma once
#include "features/guide/shown.hpp"
namespace guide {

// /lotsen: all questions in one form, one in view at a time. `answers` are marked (from "change my answers"); empty otherwise.
web::Response questions_page(const page::Visit&, const Shown&, const Answers&);
// The answer to the form: what may help, and why. Never stored; cannot be had again by Back and reload.
web::Response result_page(const page::Visit&, const Shown&, const Answers&);
}
