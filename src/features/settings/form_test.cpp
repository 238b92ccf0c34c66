#include "features/settings/form.hpp"
#include "features/municipality/public.hpp"
#include "features/retention/public.hpp"
#include "features/sign_in/settings.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace settings;
namespace {
const std::string& source_of(std::string_view path) {
    for (const auto& record : support::danderyds_records())
        if (record.path == path) return record.source;
    throw std::runtime_error("no such record");
}
const std::string& municipality_source() { return source_of("municipality.toml"); }
const std::string provider = "# Vår tjänst\nissuer = \"https://login.kommunen.se\"  # exakt\nclient_id = \"lotsen\"\ngroups_claim = \"groups\"\n\n[[group]]\nname = \"A\"\nrole = \"consultant\"\nunit = \"AAAAAAAAAAAAAAAAAAAAAA\"\n";

Form stored(const Section& section, const std::string& source) { return form_of(Reading(source), section); }
Form typing(Form form, const std::string& key, std::vector<std::string> values) {
    form.values[key] = std::move(values);
    return form;
}
page::FieldErrors errors_of(const Form& form, const Section& section, const std::vector<std::string>& lines = {"bris"}) {
    const web::Request request{.language = "sv"};
    const page::Frame frame{.stylesheets = {}, .font = html::Url::path("/"), .icons = html::Url::path("/"), .favicon = html::Url::path("/"), .script = html::Url::path("/")};
    page::FieldErrors errors;
    check(form, section, lines, page::Visit(request, frame), errors);
    return errors;
}
std::string said(const Section& section, const std::string& source, const std::string& key, const std::string& typed) {
    return std::string(errors_of(typing(stored(section, source), key, {typed}), section).of(key));
}
pack::Problems faults_of(pack::Problems problems) { return support::of_grade(problems, pack::Grade::fault); }
municipality::Municipality read(const std::string& source) {
    pack::Problems problems;
    auto out = municipality::parse(source, "municipality.toml", problems);
    EXPECT_EQ(support::listed(faults_of(problems)), "") << source;
    return out;
}
long comments(const std::string& source) { return std::count(source.begin(), source.end(), '#'); }
const Section& lss() {
    static const auto section = contact_section("lss", "");
    return section;
}
}

TEST(SettingsForm, that_is_not_touched_changes_not_one_byte) {
    for (const auto* section : {&municipality_section(), &promise_section(), &languages_section(), &help_lines_section(), &lss()})
        EXPECT_EQ(written(municipality_source(), *section, stored(*section, municipality_source())), municipality_source()) << section->slug;
    EXPECT_EQ(written(source_of("retention.toml"), retention_section(), stored(retention_section(), source_of("retention.toml"))), source_of("retention.toml"));
    EXPECT_EQ(written(provider, sign_in_section(), stored(sign_in_section(), provider)), provider);
}
TEST(SettingsForm, changes_what_was_typed_and_keeps_every_comment) {
    auto form = typing(stored(lss(), municipality_source()), "phone", {"08-465 004 09"});
    form = typing(std::move(form), "hours", {"Vardagar 9–12"});
    const auto next = written(municipality_source(), lss(), form);
    EXPECT_EQ(read(next).contact("lss")->phone, "08-465 004 09");
    EXPECT_EQ(read(next).contact("lss")->hours, "Vardagar 9–12");
    EXPECT_EQ(read(next).contact("ifo")->phone, "");
    EXPECT_EQ(comments(next), comments(municipality_source()));
    EXPECT_EQ(std::count(next.begin(), next.end(), '\n'), std::count(municipality_source().begin(), municipality_source().end(), '\n'));
    EXPECT_EQ(written(next, lss(), form), next);
}
TEST(SettingsForm, what_is_emptied_is_missing_again) {
    const auto filled = written(municipality_source(), lss(), typing(stored(lss(), municipality_source()), "phone", {"112"}));
    EXPECT_EQ(written(filled, lss(), typing(stored(lss(), filled), "phone", {""})), municipality_source());
}
TEST(SettingsForm, of_every_section_is_read_back_by_the_parser) {
    auto source = municipality_source();
    const auto put = [&](const Section& section, const std::string& key, std::vector<std::string> values) { source = written(source, section, typing(stored(section, source), key, std::move(values))); };
    put(municipality_section(), "name", {"Provköpings \"kommun\" # 1"});
    put(municipality_section(), "own_address", {"https://stod.prov.invalid"});
    put(municipality_section(), "site_name_en", {""});
    put(promise_section(), "reply_working_days", {"03"});
    put(promise_section(), "read_hours", {"Vardagar 9–16"});
    put(languages_section(), "languages", {"en"});
    put(help_lines_section(), "help_lines", {"1177", "bris"});
    const auto m = read(source);
    EXPECT_EQ(m.name, "Provköpings \"kommun\" # 1");
    EXPECT_EQ(m.own_address, "https://stod.prov.invalid");
    EXPECT_EQ(m.site_name.en, "");
    EXPECT_EQ(m.reply_working_days, "3");
    EXPECT_EQ(m.read_hours.sv, "Vardagar 9–16");
    EXPECT_EQ(m.languages, (std::vector{i18n::Language::sv, i18n::Language::en}));
    EXPECT_EQ(m.help_lines, (std::vector<std::string>{"1177", "bris"}));
    EXPECT_EQ(comments(source), comments(municipality_source()) + 1);   // the one in the name
}
TEST(SettingsForm, of_a_new_contact_is_read_back) {
    const auto made = contact_section(key_of("Växeln i Övre Å"), "");
    auto form = typing(stored(made, municipality_source()), "title", {"Växeln i Övre Å"});
    form = typing(std::move(form), "email", {"vaxeln@prov.invalid"});
    const auto m = read(written(municipality_source(), made, form));
    ASSERT_NE(m.contact("vaxeln-i-ovre-a"), nullptr);
    EXPECT_EQ(m.contact("vaxeln-i-ovre-a")->title.sv, "Växeln i Övre Å");
    EXPECT_EQ(m.contact("vaxeln-i-ovre-a")->email, "vaxeln@prov.invalid");
}
TEST(SettingsForm, of_retention_is_read_back) {
    auto form = typing(stored(retention_section(), source_of("retention.toml")), "anonymous_question_days", {"90"});
    form = typing(std::move(form), "backup_days", {"14"});
    form = typing(std::move(form), "decision", {"SN 1 § 2"});
    pack::Problems problems;
    const auto next = written(source_of("retention.toml"), retention_section(), form);
    const auto r = retention::parse(next, "retention.toml", problems);
    EXPECT_EQ(support::listed(faults_of(problems)), "");
    EXPECT_EQ(r.anonymous_question_days, 90);
    EXPECT_EQ(r.backup_days, 14);
    EXPECT_EQ(r.decision, "SN 1 § 2");
    EXPECT_EQ(comments(next), comments(source_of("retention.toml")));
}
TEST(SettingsForm, of_sign_in_is_read_back_with_its_groups) {
    auto form = typing(stored(sign_in_section(), provider), "acr", {"http://id.elegnamnden.se/loa/1.0/loa3", "loa2"});
    form = typing(std::move(form), "local_accounts", {"nej"});
    form.groups.push_back({"B \"två\"", "head_of_operations", std::string(22, 'B')});
    const auto next = written(provider, sign_in_section(), form);
    pack::Problems problems;
    const auto s = sign_in::parse(next, "sign_in.toml", problems);
    EXPECT_EQ(support::listed(faults_of(problems)), "") << next;
    EXPECT_EQ(s.provider.acr_accepted.size(), 2U);
    EXPECT_FALSE(s.local_accounts);
    ASSERT_EQ(s.groups.size(), 2U);
    EXPECT_EQ(s.groups[1].group, "B \"två\"");
    EXPECT_EQ(s.groups[1].role, rights::Role::head_of_operations);
    EXPECT_EQ(s.provider.subject_claim, "sub");
    EXPECT_EQ(comments(next), comments(provider));
    auto emptied = stored(sign_in_section(), next);
    emptied.groups.clear();
    EXPECT_EQ(written(next, sign_in_section(), emptied).find("[[group]]"), std::string::npos);
}

TEST(SettingsForm, says_of_each_field_what_is_wrong) {
    const auto municipality = [](const std::string& key, const std::string& typed) { return said(municipality_section(), municipality_source(), key, typed); };
    EXPECT_EQ(municipality("name", ""), "Fyll i ”Kommunens namn”");
    EXPECT_EQ(municipality("name", std::string(61, 'a')), "Skriv kortare, högst 60 tecken");
    EXPECT_EQ(municipality("board", "a\nb"), "Skriv på en rad");
    for (const char* wrong : {"danderyd.se", "javascript:alert(1)", "ftp://a.se", "https://", "https://a b.se", "https://ingen-punkt", "https://a@b.se"}) EXPECT_EQ(municipality("address", wrong), "Skriv hela adressen, med https://") << wrong;
    for (const char* wrong : {"http://www.smhi.se", "mailto:a@b.se", "smhi.se"}) EXPECT_EQ(municipality("exit_to", wrong), "Skriv hela adressen. Den ska börja med https://") << wrong;
    EXPECT_EQ(municipality("exit_to", ""), "Fyll i ”Dit knappen ”Lämna sidan” leder”");
    EXPECT_EQ(municipality("own_address", ""), "");
    for (const char* wrong : {"0", "31", "två", "1,5", "-1", "999999999"}) EXPECT_EQ(said(promise_section(), municipality_source(), "reply_working_days", wrong), "Skriv ett helt tal från 1 till 30") << wrong;
    for (const char* wrong : {"ring", "12", "08-1234567890123456", "08 12 <b>"}) EXPECT_EQ(said(lss(), municipality_source(), "phone", wrong), "Skriv ett telefonnummer med siffror, till exempel 08-465 004 01") << wrong;
    for (const char* wrong : {"a", "a@b", "@b.se", "a@b@c.se", "a b@c.se", "a@b.se.", "<a@b.se>"}) EXPECT_EQ(said(lss(), municipality_source(), "email", wrong), "Skriv en e-postadress, till exempel stod@kommunen.se") << wrong;
    EXPECT_EQ(said(languages_section(), municipality_source(), "languages", "fr"), "Välj bland språken i listan");
    EXPECT_EQ(said(help_lines_section(), municipality_source(), "help_lines", "ingen-linje"), "En av linjerna finns inte längre. Välj på nytt");
    EXPECT_EQ(errors_of(typing(stored(help_lines_section(), municipality_source()), "help_lines", {}), help_lines_section()).of("help_lines"), "Välj minst en linje");
    EXPECT_EQ(said(retention_section(), source_of("retention.toml"), "log_years", "4"), "Skriv ett helt tal från 5 till 20");
    EXPECT_EQ(said(retention_section(), source_of("retention.toml"), "draft_days", ""), "Fyll i ”Utkast som ingen har sparat klart”");
    EXPECT_EQ(said(sign_in_section(), provider, "issuer", "login"), "Skriv hela adressen, med https://");
    EXPECT_EQ(said(sign_in_section(), provider, "audience", "alla"), "Välj ett av svaren");
}
TEST(SettingsForm, says_of_each_group_what_is_wrong) {
    auto form = typing(stored(sign_in_section(), provider), "groups_claim", {""});
    form.groups = {{"", "consultant", std::string(22, 'A')}, {"B", "kung", "x"}};
    const auto errors = errors_of(form, sign_in_section());
    EXPECT_EQ(errors.of("group_1"), "Skriv gruppens namn, eller töm raden");
    EXPECT_EQ(errors.of("role_1"), "");
    EXPECT_EQ(errors.of("role_2"), "Välj en roll");
    EXPECT_EQ(errors.of("unit_2"), "Välj en enhet");
    EXPECT_EQ(errors.of("groups_claim"), "Skriv i vilken uppgift grupperna står, till exempel groups");
}

// Whatever an administrator types: either the form says what is wrong, or the record has no fault and is read back as it was typed.
RC_GTEST_PROP(SettingsForm, no_edit_makes_a_record_with_faults, ()) {
    const auto section = *rc::gen::element(&municipality_section(), &promise_section(), &lss());
    const auto letters = rc::gen::elementOf(std::string("abAB12 .:/@#\"'\\[]={}\n\t-+<>&SAKNAS"));
    auto form = stored(*section, municipality_source());
    for (const auto& setting : section->settings)
        if (*rc::gen::inRange(0, 3) == 0) {
            auto typed = *rc::gen::container<std::string>(letters);
            if (*rc::gen::inRange(0, 3) == 0) typed = "https://" + typed + ".se";
            const web::Fields fields{{setting.key, typed}};
            form.values[setting.key] = form_of(web::Request{.form = fields}, {"", section->file, section->table, "", "", {setting}}).values.at(setting.key);
        }
    if (errors_of(form, *section).any()) return;
    const auto next = written(municipality_source(), *section, form);
    pack::Problems problems;
    (void)municipality::parse(next, "municipality.toml", problems);
    RC_ASSERT(support::listed(faults_of(problems)) == "");
    const auto again = form_of(Reading(next), *section);
    for (const auto& setting : section->settings)
        if (setting.kind != Kind::number) RC_ASSERT(again.values.at(setting.key) == form.values.at(setting.key));
    RC_ASSERT(comments(next) >= comments(municipality_source()));
}
