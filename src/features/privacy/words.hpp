#pragma once
#include "features/privacy/store.hpp"
#include "features/staff/public.hpp"
#include "platform/audit/audit.hpp"
#include "platform/page/page.hpp"
// The log's own words as people say them. A word that is not known here is shown as it stands in the log.
namespace privacy {

const char* words(audit::Act);                         // "Öppnade"
const char* kind_words(std::string_view kind);         // "en person"; null: unknown
const char* reason_words(std::string_view reason);     // null: unknown
const char* reason_words(std::string_view kind, std::string_view reason);   // "handed_over" is one thing of a group, another of a view
std::string act_of(const page::Visit&, const store::Line&);
std::string kind_of(const page::Visit&, const store::Line&);
std::string reason_of(const page::Visit&, const store::Line&);
// "Anhörigkonsulent, Enheten norr, Äldreomsorg"; or who acted without an assignment.
std::string acted_as(const page::Visit&, const store::Line&, const staff::Organisation&);
std::string area_of(const store::Line&, const staff::Organisation&);

// How a fault of the chain stands in the log, and what it means.
std::string_view key(audit::Fault);
const char* fault_words(audit::Fault);
std::optional<audit::Fault> fault_from(std::string_view key);
}
