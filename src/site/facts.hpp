#pragma once
#include "features/settings/public.hpp"
#include "platform/pack/editor.hpp"
#include "site/snapshot.hpp"
namespace site {
// The real state of the installation, from the features that know it, for the list of the first days. What takes long to find out is kept
// until the content changes.
settings::Asked facts_of(const Current&, const pack::Editor&);
}
