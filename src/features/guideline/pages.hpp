#pragma once
#include "features/guideline/shown.hpp"
namespace guideline {

// /riktlinje: the whole guideline as numbered statements, each with its own address; prints as a document.
web::Response guideline_page(const page::Visit&, const Shown&);
struct KnownFrom;
// /riktlinje/{id}: one statement with what belongs to it, and what is known about it that everybody may read.
web::Response statement_page(const page::Visit&, const Shown&, const Section&, const Statement&, const std::vector<KnownFrom>&);
struct Removed;
// The same address when a version has taken the statement away: by which one, when, and how it last read.
web::Response removed_page(const page::Visit&, const Shown&, const Removed&);
// /riktlinje.json, and of each version.
web::Response guideline_json(const Guideline&);
struct Standing;
// /sa-gar-det: each promise in plain words, how it goes, and what is being done; for everybody, and for council meetings on paper.
web::Response how_it_goes_page(const page::Visit&, const Shown&, const Standing&);
// /sa-gar-det.json
web::Response how_it_goes_json(const Shown&, const Standing&);
// "Ska", "Bör", "Kan" …, in the visitor's language.
std::string_view kind_name(const page::Visit&, Kind);
}
