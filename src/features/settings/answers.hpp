#pragma once
#include "features/settings/keeping.hpp"
namespace settings {

// The overview and the forms of the sections.
class Sections {
    Keeping keeping_;

public:
    explicit Sections(Ground ground) : keeping_(std::move(ground)) {}
    web::Response overview(const web::Request&) const;
    web::Response form(const web::Request&) const;
    web::Response save(const web::Request&) const;
    web::Response contact(const web::Request&) const;
    web::Response save_contact(const web::Request&) const;
    web::Response new_contact(const web::Request&) const;
    web::Response add_contact(const web::Request&) const;
    web::Response sign_in(const web::Request&) const;
    web::Response save_sign_in(const web::Request&) const;
    web::Response drop_sign_in(const web::Request&) const;
    web::Response retention(const web::Request&) const;
    web::Response save_retention(const web::Request&) const;

private:
    Choices choices(const page::Visit&, const Shown&, const Section&) const;
    web::Response shown(const web::Request&, const SectionPage&) const;
    web::Response saved(const web::Request&, const SectionPage&) const;
    web::Response stored(const web::Request&, const page::Visit&, const SectionPage&, const Form&, const std::string& source, const Choices&) const;
    std::optional<Section> contact_asked(const web::Request&) const;
};

// Colour and mark: seen before they are saved.
class Look {
    Keeping keeping_;

public:
    explicit Look(Ground ground) : keeping_(std::move(ground)) {}
    web::Response colour(const web::Request&) const;
    web::Response save_colour(const web::Request&) const;
    web::Response logo(const web::Request&) const;
    web::Response try_logo(const web::Request&) const;
    web::Response save_logo(const web::Request&) const;

private:
    web::Response colour_shown(const web::Request&, const std::string& asked, std::string_view seen, page::FieldErrors) const;
};

// Versions, export and import.
class History {
    Keeping keeping_;

public:
    explicit History(Ground ground) : keeping_(std::move(ground)) {}
    web::Response versions(const web::Request&) const;
    web::Response version(const web::Request&) const;
    web::Response restore(const web::Request&) const;
    web::Response exported(const web::Request&) const;
    web::Response empty_import(const web::Request&) const;
    web::Response try_import(const web::Request&) const;
    web::Response save_import(const web::Request&) const;

private:
    std::optional<Compared> asked(const web::Request&) const;
    web::Response compared(const web::Request&, const Compared&, const page::FieldErrors&) const;
    std::vector<pack::Record> records() const;
    web::Response planned(const web::Request&, bool meanwhile, page::FieldErrors) const;
};

// The first days.
class FirstDays {
    Keeping keeping_;

public:
    explicit FirstDays(Ground ground) : keeping_(std::move(ground)) {}
    web::Response checklist(const web::Request&) const;
    web::Response confirm(const web::Request&) const;

private:
    std::vector<Step> now() const;
};
}
