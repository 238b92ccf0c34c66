"""The source tree keeps what design.md promises; and each rule is shown to find its mistake."""
import unittest
from pathlib import Path

import structure

SRC = Path(__file__).resolve().parents[2] / "src"
FILES = {str(p.relative_to(SRC)): p.read_text(encoding="utf-8") for p in SRC.rglob("*") if p.suffix in (".cpp", ".hpp", ".ipp", ".md", ".txt")}
RULES = structure.allowed(FILES["features/allowed.txt"])


class Structure(unittest.TestCase):
    def keeps(self, rule, *more, mistake):
        self.assertEqual(rule(FILES, *more), [], "\n" + "\n".join(rule(FILES, *more)))
        self.assertTrue(rule({**FILES, **mistake}, *more), f"{rule.__name__} does not find its mistake")

    def test_nothing_points_back(self):
        for path, included in {"platform/x.cpp": "features/guide/guide.hpp", "features/guide/x.cpp": "site/content.hpp", "site/x.cpp": "app/cli.hpp", "base/x.hpp": "platform/db/sql.hpp"}.items():
            self.keeps(structure.pointing_back, mistake={path: f'#include "{included}"\n'})

    def test_features_meet_only_at_their_doors_and_as_listed(self):
        self.keeps(structure.between_features, RULES, mistake={"features/guide/x.cpp": '#include "features/directory/store.hpp"\n'})
        self.keeps(structure.between_features, RULES, mistake={"features/municipality/x.cpp": '#include "features/guide/public.hpp"\n'})
        self.keeps(structure.between_features, RULES, mistake={path: "" for path in FILES if path.startswith("features/outreach/")})

    def test_no_module_needs_itself(self):
        self.keeps(structure.cycles, mistake={"features/municipality/x.cpp": '#include "features/directory/public.hpp"\n'})
        self.keeps(structure.cycles, mistake={"platform/html/x.cpp": '#include "platform/page/page.hpp"\n'})

    def test_features_catch_nothing(self):
        self.keeps(structure.catching, mistake={"features/guide/x.cpp": "void f() { try { g(); } catch (...) {} }\n"})

    def test_heavy_headers_stay_in_their_files(self):
        for header in ("boost/asio/post.hpp", "boost/json.hpp", "CLI/CLI.hpp", "toml++/toml.h", "spdlog/spdlog.h", "sqlite3.h"):
            self.keeps(structure.heavy_headers, mistake={"features/guide/x.cpp": f"#include <{header}>\n"})

    def test_files_are_short(self):
        self.keeps(structure.long_files, mistake={"features/guide/x.cpp": "\n" * 351})

    def test_every_feature_explains_itself(self):
        self.keeps(structure.features_without_readme, mistake={"features/new/new.cpp": ""})

    def test_only_the_calendar_knows_time_zones(self):
        self.keeps(structure.time_zones, mistake={"site/x.cpp": "auto t = localtime(&now);\n"})
        self.assertEqual(structure.time_zones({"site/x.cpp": "// not localtime( here\n"}), [])

    def test_only_these_files_say_that_markup_is_safe(self):
        self.keeps(structure.trusting, mistake={"features/guide/x.cpp": "h.raw(html::trusted(text));\n"})

    def test_only_people_names_its_tables(self):
        for table in ("people_person", "people_protected_reader", "people_emergency", "people_alert"):
            self.keeps(structure.people_tables, mistake={"features/staff/x.cpp": f'constexpr db::Sql all{{"staff.all", "SELECT name FROM {table}"}};\n'})
        self.assertEqual(structure.people_tables({"features/staff/x.cpp": "// people_person is theirs\n"}), [])

    def test_only_one_file_opens_what_names_a_person(self):
        self.keeps(structure.people_sealing, mistake={"features/people/x.cpp": "auto name = crypto::opened(key, place, bytes);\n"})
        self.keeps(structure.people_sealing, mistake={"features/staff/x.cpp": 'auto name = crypto::opened(key, {"people.name", row}, bytes);\n'})
        self.keeps(structure.people_sealing, mistake={"features/staff/x.cpp": 'const auto key = vault.key(reader, {"person", id});\n'})
        self.keeps(structure.people_sealing, mistake={"site/x.cpp": 'const crypto::Owner owner{"person", id};\n'})

    def test_only_these_files_name_the_keys(self):
        self.keeps(structure.key_tables, mistake={"features/staff/x.cpp": 'constexpr db::Sql k{"x", "SELECT wrapped FROM vault_key"};\n'})

    def test_nothing_is_sent_but_by_the_outbox(self):
        self.keeps(structure.posting, mistake={"features/contact/x.cpp": '#include "platform/post/post.hpp"\n'})
        self.keeps(structure.posting, mistake={"features/contact/x.cpp": "const auto to = people::reach(tx, vault, actor, scope, now, id, channel);\n"})
        self.keeps(structure.posting, mistake={"app/post_keeping.cpp": ""})

    def test_every_question_about_persons_says_whose_rows(self):
        for header, line in {"store.hpp": "std::vector<Stored> everybody(db::Reader&);", "public.hpp": "std::optional<Person> peek(db::Transaction&, const vault::Vault&, const PersonId&);",
                             "protection.hpp": "[[nodiscard]] bool anyone(db::Reader&, const PersonId&);"}.items():
            path = "features/people/" + header
            self.keeps(structure.people_scopes, mistake={path: FILES[path].replace("\nnamespace people", f"\nnamespace people {{ }}\n{line}\nnamespace people", 1)})

    def test_scopes_come_from_roles_but_for_these(self):
        self.keeps(structure.system_scopes, mistake={"features/guide/x.cpp": "const auto all = rights::AreaScope::of_the_system(area);\n"})
        self.keeps(structure.system_scopes, mistake={"features/people/break_glass.cpp": ""})

    def test_no_other_table_has_a_persons_columns(self):
        columns = (SRC.parent / "db" / "columns.csv").read_text(encoding="utf-8")
        self.assertEqual(structure.identity_elsewhere(columns), [], "\n".join(structure.identity_elsewhere(columns)))
        for column in ("phone", "home_address", "email", "personal_number", "last_name"):
            self.assertTrue(structure.identity_elsewhere(columns + f"guide_answer,{column},x,ordinary,none,x\n"), column)

    def test_only_decisions_say_that_a_service_lets_a_person_be_kept(self):
        self.keeps(structure.people_grounds, mistake={"features/contact/x.cpp": 'auto g = people::Ground::service("x");\n'})

    def test_few_look_into_the_access_log_and_nobody_counts_staff_by_it(self):
        def asks(what, more=""):
            return f'constexpr db::Sql acts{{"x.acts", "SELECT {what} FROM audit_line {more}"}};\n'
        self.keeps(structure.audit_readers, mistake={"features/staff/x.cpp": asks("at")})
        self.keeps(structure.audit_measures, mistake={"platform/audit/x.cpp": asks("account, count(*)", "GROUP BY account")})
        self.keeps(structure.audit_measures, mistake={"features/privacy/x.cpp": asks("count(*)", "WHERE account = ?1")})

    def test_nothing_changes_the_access_log(self):
        for sql in ("UPDATE audit_line SET act = ?1", "DELETE FROM audit_seal", "delete from audit_subject"):
            self.keeps(structure.audit_kept, mistake={"platform/audit/x.cpp": f'constexpr db::Sql x{{"x", "{sql}"}};\n'})

    def test_what_is_logged_has_words_for_who_reviews(self):
        self.keeps(structure.logged_without_words, mistake={"features/contact/x.cpp": 'audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "contact.unheard_of"});\n'})

    def test_T18_codes_are_typed_and_counted_in_one_place(self):
        self.keeps(structure.codes_counted_elsewhere, mistake={"features/x/page.cpp": "ground.memory->misses.missed(request.peer, now);\n"})

    def test_every_after_restore_is_run(self):
        self.keeps(structure.restores_unused, mistake={"features/x/after_restore.hpp": 'namespace x {\ninline constexpr db::Sql after_restore{"x.after_restore", "DELETE FROM x"};\n}\n'})


if __name__ == "__main__":
    unittest.main(verbosity=2)
