-- Who is known by name. The only tables that may hold identity; every such column is sealed with the row's own key in vault_key (kind
-- person), and the hashes are keyed and differ between areas, so that no two rows can be laid beside each other without the keys.
CREATE TABLE people_person (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('staff', 'carer', 'cared_for', 'young', 'contact')),
    ground TEXT NOT NULL CHECK (ground IN ('employment', 'agreed_follow_up', 'service')), -- what lets the row exist
    decision TEXT,                                                                        -- the board's decision behind a service
    protected BIGINT NOT NULL CHECK (protected IN (0, 1)),
    name BLOB NOT NULL,
    phone BLOB,
    email BLOB,
    address BLOB,
    personal_number BLOB,
    phone_hash BLOB,
    email_hash BLOB,
    personal_number_hash BLOB,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (area, id),
    CHECK ((kind = 'staff') = (ground = 'employment')),
    CHECK ((ground = 'service') = (decision IS NOT NULL))
);
-- What a search by name reads of an area, side by side: without it each of 5 000 rows is fetched from its own page.
CREATE INDEX people_person_names ON people_person (area, id, kind, protected, name);
CREATE INDEX people_person_by_phone ON people_person (phone_hash);
CREATE INDEX people_person_by_email ON people_person (email_hash);
CREATE INDEX people_person_by_personal_number ON people_person (personal_number_hash);

-- Accounts named by an area's head to see its protected persons (feature H3).
CREATE TABLE people_protected_reader (
    area TEXT NOT NULL,
    account TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (area, account)
);

-- Break-glass (feature H6): at most an hour, with the actor's own words sealed under the key of kind emergency.
CREATE TABLE people_emergency (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    why BLOB NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    PRIMARY KEY (area, id),
    CHECK (until_at > from_at AND until_at <= from_at + 3600000)
);
CREATE INDEX people_emergency_by_account ON people_emergency (account, until_at);

-- What an area's head must be told: a break-glass, or that somebody without the right asked for a protected person.
CREATE TABLE people_alert (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('break_glass', 'protected_person')),
    account TEXT NOT NULL,
    at BIGINT NOT NULL,
    told_head_at BIGINT,
    told_head TEXT,
    PRIMARY KEY (area, id)
);
