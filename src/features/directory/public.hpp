#pragma once
// What other features may know of the directory: the catalogue and its words.
#include "features/directory/catalogue.hpp"
#include "features/directory/offer.hpp"
#include "features/directory/vocabulary.hpp"
