"""What the house promises of its source tree, as functions from {path: text} to what is wrong. Paths are inside src/."""
import re
from collections import defaultdict

LAYERS = ["base", "platform", "features", "site", "app", "main"]
# How a visitor without an account is counted and may be reached is asked in the same words wherever she writes.
LENT = {"directory/cards.hpp", "articles/pages.hpp", "contact/absence.hpp", "contact/ask_along.hpp", "contact/contact.hpp", "contact/hand_in.hpp", "contact/limits.hpp", "contact/opened.hpp", "contact/reachable.hpp", "contact/typed_code.hpp", "guideline/answering.hpp"}

# Headers that cost seconds to compile, and the only files that may see them.
HEAVY = {
    "CLI/": {"app/cli.cpp"},
    "toml++/": {"platform/pack/toml.cpp", "platform/search/synonyms.cpp"},
    "boost/locale": {"platform/i18n/language.cpp", "platform/i18n/normal.cpp"},
    "boost/json": {"platform/oidc/json.cpp"},
    "boost/": {"platform/web/server.cpp", "platform/web/connection.hpp", "platform/web/client.ipp", "platform/web/io_thread.ipp"},
    "spdlog/": {"platform/observe/log.cpp"},
    "prometheus/": {"platform/observe/metrics.cpp"},
    "sqlite3.h": {"platform/db/sqlite_connection.cpp"},
    "libpq-fe.h": {"platform/db/postgresql_connection.cpp"},
    "openssl/": {"platform/oidc/openssl.hpp", "platform/oidc/verifying.cpp", "platform/oidc/signing.cpp"},
    "curl/": {"platform/oidc/network.cpp", "platform/post/network.cpp"},
    "cairo": set(), "pango": set(), "librsvg": set(), "qpdf": set(),
}
HEAVY_FOLDERS = ("platform/documents/module/",)   # a shared object of its own

# Who may say that a text is already safe markup, and why it is.
TRUSTS = {
    "platform/html/html.hpp": "its definition",
    "platform/markdown/markdown.cpp": "made by cmark, raw HTML off",
    "platform/documents/qr.cpp": "made by our own builder",
    "platform/page/page.cpp": "JSON with < escaped, in a data block",
    "features/directory/routes.cpp": "the body that markdown made, read back from the database",
    "platform/html/drawing.cpp": "checked to hold shapes only",
    "site/machine_pages.cpp": "a constant",
}
# Who may make an AreaScope without an actor's roles, and why (security 4.5).
SYSTEM_SCOPES = {
    "features/activities/sign_up/signing_up.cpp": "whoever signs up has no role, and reaches only the rows of the activity, and by her code her own",
    "features/activities/due.cpp": "a job: what happens by itself when its time has come, in the area of its own row",
    "features/activities/personal_data.cpp": "destruction of what is due, which the registrar's list has named by area",
    "features/contact/visits.cpp": "a carer with her own cookie or code has no role, and reaches only the rows it belongs to",
    "features/participation/leave.cpp": "whoever says what she thinks has no role, and reaches only the rows of the area that reads it",
    "features/participation/invent.cpp": "the demonstration's invented views, and nobody acts",
    "features/participation/personal_data.cpp": "destruction of what is due, which the registrar's list has named by area",
    "features/people/personal_data.cpp": "destruction of what is due, which the registrar's list has named by area",
    "features/contact/personal_data.cpp": "destruction of what is due, which the registrar's list has named by area",
    "features/privacy/destruction.cpp": "each thing of a confirmed list, in its own area",
    "features/privacy/review.cpp": "the log's review compares across areas and shows nobody, and tells the head of the line's area",
    "features/people/break_glass.cpp": "the rows that tell an area's head of a break-glass, written by who has no right to the area yet",
    "app/post_keeping.cpp": "the program sends a notice, and nobody acts",
    "features/staff/scope.cpp": "the persons of staff lie in areas, and who manages staff has no role there",
}
# Questions of people that take no AreaScope, and why.
WITHOUT_SCOPE = {
    "break_glass": "makes the scope it needs",
    "end_emergencies": "one's own rows",
    "emergencies": "one's own rows",
    "emergencies_of": "one's own rows",
    "without_key": "a count of nobody in particular",
    "remove_erased": "after a restore, by tombstones alone",
}
# Who may name the vault's tables, and why: the wrapped keys of persons are worth as much as the persons.
KEY_TABLES = {
    "platform/vault/": "their owner",
    "platform/backup/": "writes keys and data into two files",
    "features/people/store.cpp": "reads the key beside its own row",
    "features/people/store_alerts.cpp": "reads the key beside its own row",
    "features/contact/store_personal.cpp": "a contact without its key is destroyed already",
    "features/activities/after_restore.hpp": "a sign-up whose name was erased is destroyed again after a restore",
    "features/participation/after_restore.hpp": "a view whose key was erased is emptied again after a restore",
    "features/contact/after_restore.hpp": "a contact whose key was erased is emptied again after a restore",
}
PEOPLE = "features/people/"
# Who may hand something to the post, and why: what it is given is sent (security T3).
POST = {
    "platform/post/": "itself",
    "platform/outbox/sender.": "asks for the address at the moment of sending",
    "app/post_": "joins the two; its settings; asks whether the servers answer",
}
# Who may take an address for reaching somebody, and why.
REACHES = {
    "features/activities/run/calling.cpp": "a human calls somebody who has a place",
    "app/post_keeping.cpp": "for the outbox's sender",
    "features/contact/calling.cpp": "a human calls, or prints a letter",
}
# Who names people's tables beside people itself, and why.
NAMES_PEOPLE = {"app/backup_commands.cpp": "which rows belong to which key, so that a restore can tell that none is without"}
PEOPLE_TABLES = r"\bpeople_(person|protected_reader|emergency|alert|safe_contact)\b"
ZONES = {"platform/calendar/": "the only place that knows the time zone"}


def without_comments(text):
    return re.sub(r'//[^\n]*|/\*.*?\*/|("(?:[^"\\\n]|\\.)*")', lambda m: m.group(1) or "", text, flags=re.S)


def code(files):
    return {path: text for path, text in files.items() if path.endswith((".cpp", ".hpp", ".ipp")) and not is_test(path)}


def is_test(path):
    return path.endswith("_test.cpp")


def includes(text):
    return re.findall(r'^\s*#\s*include\s*[<"]([^">]+)[">]', text, re.M)


def layer(path):
    return "main" if path == "main.cpp" else path.split("/")[0]


def module(path):
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] in ("platform", "features") and len(parts) > 2 else layer(path)


def own_includes(files):
    for path, text in code(files).items():
        for included in includes(text):
            if included.split("/")[0] in LAYERS:
                yield path, included


def pointing_back(files):
    return [f"{path} includes {included}: {layer(path)} may not know {layer(included)}. Remedy: move what is needed down, or hand it in."
            for path, included in own_includes(files) if LAYERS.index(layer(included)) > LAYERS.index(layer(path))]


def allowed(text):
    rules = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            feature, _, headers = line.partition(":")
            rules[feature] = set(headers.split())
    return rules


def between_features(files, rules):
    wrong, used = [], defaultdict(set)
    for path, included in own_includes(files):
        if layer(path) != "features" or layer(included) != "features" or module(path) == module(included):
            continue
        feature, header = path.split("/")[1], included.split("/", 1)[1]
        used[feature].add(header)
        if header.split("/")[1] != "public.hpp" and header not in LENT:
            wrong.append(f"{path} includes {included}. Remedy: offer it through {header.split('/')[0]}/public.hpp.")
        elif header not in rules.get(feature, set()):
            wrong.append(f"{path} includes {included}, which allowed.txt does not list. Remedy: do without, or add it there on purpose.")
    for feature, headers in rules.items():
        wrong += [f"allowed.txt lets {feature} include {header}, and it does not. Remedy: take it out." for header in sorted(headers - used[feature])]
    return wrong


def cycles(files):
    edges = defaultdict(set)
    for path, included in own_includes(files):
        if module(path) != module(included):
            edges[module(path)].add(module(included))
    done, wrong = set(), []

    def walk(at, trail):
        if at in trail:
            wrong.append("cycle: " + " → ".join(trail[trail.index(at):] + [at]))
        elif at not in done:
            for other in sorted(edges[at]):
                walk(other, trail + [at])
            done.add(at)

    for start in sorted(edges):
        walk(start, [])
    return wrong


def catching(files):
    return [f"{path} catches. Remedy: let it pass; it is caught once, at the edge (design: errors)."
            for path, text in code(files).items() if layer(path) == "features" and re.search(r"\bcatch\s*\(", without_comments(text))]


def heavy_headers(files):
    wrong, used = [], set()
    for path, text in code(files).items():
        for included in includes(text):
            prefix = next((p for p in HEAVY if included.startswith(p)), None)
            used.add((prefix, path))
            if prefix and path not in HEAVY[prefix] and not path.startswith(HEAVY_FOLDERS):
                wrong.append(f"{path} includes <{included}>, a heavy header. Remedy: hide it behind a small one; it belongs in {', '.join(sorted(HEAVY[prefix])) or 'the documents module'}.")
    return wrong + [f"{path} may include {prefix}, and does not. Remedy: take it out of HEAVY." for prefix, paths in HEAVY.items() for path in sorted(paths) if (prefix, path) not in used]


def long_files(files):
    return [f"{path} has {text.count(chr(10))} lines. Remedy: look for the verb or the page hiding in it."
            for path, text in files.items() if path.endswith((".cpp", ".hpp", ".ipp")) and text.count("\n") > 350]


def features_without_readme(files):
    features = {path.split("/")[1] for path in files if path.startswith("features/") and path.count("/") > 1}
    return [f"features/{feature} has no README.md. Remedy: ten lines: purpose, words, rules, tables owned." for feature in sorted(features) if f"features/{feature}/README.md" not in files]


def time_zones(files):
    return [f"{path} knows of time zones. Remedy: ask platform/calendar." for path, text in code(files).items()
            if not path.startswith(tuple(ZONES)) and re.search(r"\b(localtime\w*|mktime|locate_zone|current_zone|make_zoned|tzset)\b|\"TZ\"", without_comments(text))]


def trusting(files):
    found = {path for path, text in code(files).items() if re.search(r"\btrusted\s*\(", without_comments(text))}
    return [f"{path} says that a text is safe markup. Remedy: build it with html::Html; if it truly is safe, say why in TRUSTS." for path in sorted(found - TRUSTS.keys())] + \
           [f"{path} no longer trusts anything. Remedy: take it out of TRUSTS." for path in sorted(TRUSTS.keys() - found)]


def people_tables(files):
    return [f"{path} names a table of people. Remedy: ask features/people/public.hpp, which writes the line that the law demands." for path, text in code(files).items()
            if not path.startswith(PEOPLE) and path not in NAMES_PEOPLE and re.search(PEOPLE_TABLES, without_comments(text))]


def people_sealing(files):
    """Only one file turns the sealed columns of persons into words, and nobody else asks the vault for a person's key."""
    wrong = []
    for path, text in code(files).items():
        bare = without_comments(text)
        if path.startswith(PEOPLE) and path != PEOPLE + "sealing.cpp" and re.search(r"\bcrypto::(opened|sealed)\s*\(", bare):
            wrong.append(f"{path} seals or opens a column itself. Remedy: features/people/sealing.cpp.")
        if not path.startswith(PEOPLE) and (re.search(r'"people(_person|_emergency)?\.\w', bare) or re.search(r'Owner\s*(\w+\s*)?\{\s*"person"|(?<!i18n::)\b(key|opened|erase|new_key|create_key|keep)\s*\([^;]*\{\s*"person"', bare)):
            wrong.append(f"{path} reaches for a person's sealed columns or key. Remedy: people::open.")
    return wrong


def posting(files):
    """Nothing is sent but by the outbox's sender, and nobody's address for it comes from elsewhere than people::reach."""
    wrong = [f"{path} includes {included}. Remedy: outbox::put; what is sent passes the rules of who may be reached." for path, included in own_includes(files)
             if included.startswith("platform/post/") and not path.startswith(tuple(POST))]
    reaching = {path for path, text in code(files).items() if not path.startswith(PEOPLE) and re.search(r"\bpeople::reach\s*\(", without_comments(text))}
    return wrong + [f"{path} takes somebody's address. Remedy: outbox::put, or the page for calls." for path in sorted(reaching - REACHES.keys())] + \
        [f"{path} reaches nobody any more. Remedy: take it out of REACHES." for path in sorted(REACHES.keys() - reaching)]


def key_tables(files):
    return [f"{path} names a table of the vault. Remedy: ask platform/vault; if it must, say why in KEY_TABLES." for path, text in code(files).items()
            if not path.startswith(tuple(KEY_TABLES)) and re.search(r"\bvault_(key|tombstone)\b", without_comments(text))]


def declared(text):
    """name and parameters of each function declared at the start of a line."""
    return re.findall(r"^(?:\[\[nodiscard\]\] )?[\w:<>, ]+[\w>&*] (\w+)\(([^;{]*)\)(?: const)?;", without_comments(text), re.M)


def people_scopes(files):
    """Every question to the database about persons says whose rows it may touch."""
    wrong, used = [], set()
    for header in ("store.hpp", "store_safe.hpp", "safe_contact.hpp", "public.hpp", "protection.hpp"):
        for name, parameters in declared(files[PEOPLE + header]):
            asks = re.search(r"\bdb::(Reader|Transaction)\b", parameters)
            if asks and name in WITHOUT_SCOPE:
                used.add(name)
            elif asks and "AreaScope" not in parameters:
                wrong.append(f"{PEOPLE}{header}: {name} asks the database without an AreaScope. Remedy: take one; if it must not, say why in WITHOUT_SCOPE.")
    return wrong + [f"{name} takes a scope now. Remedy: take it out of WITHOUT_SCOPE." for name in sorted(WITHOUT_SCOPE.keys() - used)]


def system_scopes(files):
    found = {path for path, text in code(files).items() if not path.startswith("platform/rights/") and re.search(r"\bof_the_system\s*\(", without_comments(text))}
    return [f"{path} makes a scope that no role gives. Remedy: AreaScope::of(actor, …); if nobody acts, say why in SYSTEM_SCOPES." for path in sorted(found - SYSTEM_SCOPES.keys())] + \
           [f"{path} makes no scope of the system any more. Remedy: take it out of SYSTEM_SCOPES." for path in sorted(SYSTEM_SCOPES.keys() - found)]


def identity_elsewhere(columns):
    """A column that sounds like a person's must be one of people's, whatever class columns.csv gives it."""
    wrong = []
    for line in columns.splitlines()[1:]:
        table, column = line.split(",")[:2]
        if not table.startswith("people_") and re.search(r"(^|_)(phone|telephone|mobile|email|e_mail|address|street|personal_number|birth\w*|first_name|last_name|surname|full_name|display_name|person_name)(_|$)", column):
            wrong.append(f"columns.csv: {table}.{column} sounds like a person's. Remedy: keep a PersonId, and let features/people keep the rest.")
    return wrong


# The access log is looked into to protect persons, never to measure staff (security 4.6): few may read it, and nobody counts acts by account.
AUDIT_TABLES = r"\baudit_(line|subject|seal|waiting|gallring)\b"
AUDIT_READERS = ("platform/audit/", "features/privacy/", "app/audit_")


def audit_readers(files):
    return [f"{path} names a table of the access log. Remedy: write with audit::record or audit::read; looking into it is for {', '.join(AUDIT_READERS)}."
            for path, text in code(files).items() if not path.startswith(AUDIT_READERS) and re.search(AUDIT_TABLES, without_comments(text))]


def audit_measures(files):
    return [f"{path}: {name} counts acts by who did them. Remedy: do without; the log is never a measure of staff."
            for path, text in code(files).items() for name, sql in re.findall(r"\bSql\s+(\w+)\s*\{(.*?)\};", without_comments(text), re.S)
            if re.search(AUDIT_TABLES, sql) and re.search(r"\b(count|sum)\s*\(|\bGROUP\s+BY\b", sql, re.I) and re.search(r"\b(account|session|role|unit)\b", sql)]


def audit_kept(files):
    """Nothing in the program changes the log; only gallring takes from it."""
    return [f"{path} changes the access log. Remedy: add a line that says what is right; only gallring removes."
            for path, text in code(files).items() if path != "platform/audit/gallring.cpp"
            and re.search(r"\b(UPDATE|DELETE\s+FROM)\s+audit_(line|subject|seal|gallring)\b", without_comments(text), re.I)]


def people_grounds(files):
    """A row for a service rests on the board's decision; features/decisions is who knows whether there is one."""
    return [f"{path} says itself that a service lets a person be kept. Remedy: decisions::ground_of(permit)." for path, text in code(files).items()
            if not path.startswith(("features/decisions/", PEOPLE)) and re.search(r"\bGround::service\s*\(", without_comments(text))]


TYPED_CODES = "features/contact/typed_code.cpp"


def codes_counted_elsewhere(files):
    """Whoever guesses a code of 16 digits waits, by the same count whatever it would open (security T18)."""
    return [f"{path} counts codes that open nothing. Remedy: contact::opened_by_code and contact::code_page_main." for path, text in code(files).items()
            if path != TYPED_CODES and re.search(r"\bmisses\.(asked|missed)\s*\(|\bMisses::Waited\s*\{", without_comments(text))]


RESTORE = "app/backup_commands.cpp"


def restores_unused(files):
    """What a feature says must be done after a restore is done: a statement nobody runs brings back what was erased."""
    done = without_comments(files.get(RESTORE, "")).partition(".then")[2]
    return [f"{path}: {feature}::{name} is never run. Remedy: .then in restore_rules ({RESTORE})." for path, text in code(files).items()
            if path.endswith("/after_restore.hpp") for feature in re.findall(r"\bnamespace (\w+)", text) for name in re.findall(r"\bdb::Sql (\w+)\{", without_comments(text))
            if not re.search(rf"\b{feature}::{name}\b", done)]


LOG_WORDS = "features/privacy/words.cpp"


def logged_without_words(files):
    """Whoever reviews the access log reads words: each kind of thing that is written there has its own."""
    said = set(re.findall(r'Said\{"([a-z_.]+)"', files.get(LOG_WORDS, "")))
    return [f'{path} writes "{kind}" in the access log, and the review has no words for it. Remedy: a line in {LOG_WORDS}.' for path, text in code(files).items()
            for kind in sorted(set(re.findall(r'\bAct::\w+,\s*\.kind = "([a-z_.]+)"', without_comments(text))) - said)]
