#pragma once
#include <optional>
#include <span>
#include <string_view>
// The closed lists an entry is made of: what is not on one of them cannot be stored (domain 1.2, regime B).
namespace work {

// One answer: as it stands in the database and in the facts, and the Swedish sentence to translate.
struct Code {
    std::string_view key;
    const char* words;
};
using Codes = std::span<const Code>;
// Null when it is not on the list.
const Code* find(Codes, std::string_view key);

Codes channels();        // how a contact came
Codes subjects();        // what it was about, in the words of carer support
Codes sexes();
Codes ages();
Codes target_groups();   // what the help is about, never the carer
Codes times();           // how long one has helped
Codes ways_here();       // how one heard of us
Codes children();        // "Are there children here?": counted, never named (G2)
Codes outcomes();        // of features/contact, so that all contacts are counted alike
Codes works();           // the team's own work
Codes focuses();         // the two focus areas of the guideline (I6)
}
