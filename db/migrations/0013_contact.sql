-- What somebody asks, and what she is answered. A row lies in one secrecy area; its texts are sealed with the conversation's own key in
-- vault_key (kind conversation, id the contact's), so that destroying the key destroys them everywhere.

-- The unit that reads what comes in from /fraga. Without it the page shows the telephone instead.
CREATE TABLE contact_reception (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    area TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES staff_unit (id),
    chosen_at BIGINT NOT NULL,
    chosen_by TEXT NOT NULL
);

-- The exact words somebody saw when she asked (feature B2): each text once, by its hash.
CREATE TABLE contact_wording (
    hash TEXT NOT NULL PRIMARY KEY,
    wording TEXT NOT NULL,
    first_seen_at BIGINT NOT NULL
);

-- What is being written and not yet sent. Sending makes a contact with the same id, so a form sent twice is one contact.
CREATE TABLE contact_draft (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    content BLOB NOT NULL,
    begun_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    PRIMARY KEY (area, id)
);

-- One matter from one party. number: in the register, within area and year. person: when she has said who she is.
CREATE TABLE contact_contact (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('written', 'call', 'named', 'letter', 'phone', 'visit', 'referral')),
    subject TEXT NOT NULL CHECK (subject IN ('question', 'call_request', 'shortcoming', 'referral')),
    young BIGINT NOT NULL CHECK (young IN (0, 1)), -- asked from the page for the young; no age is known
    language TEXT NOT NULL,                       -- of the page it was written on
    interpreter BLOB,                             -- sealed: the language she asks an interpreter for
    wording TEXT REFERENCES contact_wording (hash),
    person_area TEXT,      -- as area, while there is a person
    person TEXT,
    named_at BIGINT,       -- she said who she is, by her own act
    named_seen_at BIGINT,  -- a member of the staff opened it: from here it stands
    unit TEXT NOT NULL REFERENCES staff_unit (id),
    arrived_at BIGINT NOT NULL,
    promised_at BIGINT,    -- by when she was told that she is answered
    answered_at BIGINT,    -- when she first was
    taken_by TEXT,
    taken_at BIGINT,
    left_at BIGINT,        -- she ended it: her code opens nothing any more
    closed_at BIGINT,
    outcome TEXT CHECK (outcome IN ('answered', 'advice', 'service', 'handed_over', 'not_reached', 'no_wish', 'wrong_place')),
    PRIMARY KEY (area, id),
    UNIQUE (area, year, number),
    FOREIGN KEY (person_area, person) REFERENCES people_person (area, id) ON DELETE SET NULL,
    CHECK (person_area IS NULL OR person_area = area),
    CHECK ((closed_at IS NULL) = (outcome IS NULL)),
    CHECK ((taken_by IS NULL) = (taken_at IS NULL))
);
CREATE INDEX contact_contact_open ON contact_contact (area, unit, closed_at, promised_at);
CREATE INDEX contact_contact_person ON contact_contact (area, person);

-- The next number of each register.
CREATE TABLE contact_number (
    area TEXT NOT NULL,
    year BIGINT NOT NULL,
    next BIGINT NOT NULL,
    PRIMARY KEY (area, year)
);

-- A code of 16 digits that opens a draft or a conversation: found by keyed hash, proved by argon2id (security 4.3).
CREATE TABLE contact_receipt (
    lookup BLOB NOT NULL PRIMARY KEY,
    proof TEXT NOT NULL,
    area TEXT NOT NULL,
    contact TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    until_at BIGINT, -- of a draft's code
    UNIQUE (area, contact)
);

-- A carer's visit: from her first question, or from her code. Idle 20 minutes, at most eight hours. code: what she has not yet said that
-- she has written down, sealed with a key made from her cookie.
CREATE TABLE contact_visit (
    hash BLOB NOT NULL PRIMARY KEY,
    area TEXT NOT NULL,
    contact TEXT NOT NULL,
    code BLOB,
    begun_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX contact_visit_seen ON contact_visit (seen_at);

-- What was written, by whom. note: for the staff only. form: the stamp it came with, so that sent twice is one.
CREATE TABLE contact_message (
    area TEXT NOT NULL,
    contact TEXT NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('incoming', 'answer', 'note', 'call')),
    account TEXT,
    body BLOB NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT, -- by the other party
    form BLOB,
    PRIMARY KEY (area, contact, position),
    UNIQUE (area, contact, form),
    CHECK ((kind = 'incoming') = (account IS NULL)),
    FOREIGN KEY (area, contact) REFERENCES contact_contact (area, id) ON DELETE CASCADE
);

-- What a human answered about an incoming text before it may be closed (SoL 14:2, 19:1, 27:2; guideline I5). The newest answer counts.
CREATE TABLE contact_triage (
    area TEXT NOT NULL,
    contact TEXT NOT NULL,
    message BIGINT NOT NULL,
    question TEXT NOT NULL CHECK (question IN ('investigation', 'child', 'shortcoming', 'violence_against', 'violence_by', 'violence_cared_for')),
    answer TEXT NOT NULL CHECK (answer IN ('no', 'yes', 'unsure')),
    account TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (area, contact, message, question, at),
    FOREIGN KEY (area, contact, message) REFERENCES contact_message (area, contact, position) ON DELETE CASCADE
);

-- A yes or an unsure leads to the municipality's own route outside this system, with a clock. received_by: who took it there, sealed.
CREATE TABLE contact_route (
    area TEXT NOT NULL,
    contact TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('investigation', 'child', 'shortcoming', 'violence')),
    opened_by TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    handed_by TEXT,
    handed_at BIGINT,
    received_by BLOB,
    withdrawn_at BIGINT, -- on looking again it was not so; by whom stands in the log
    PRIMARY KEY (area, contact, id),
    FOREIGN KEY (area, contact) REFERENCES contact_contact (area, id) ON DELETE CASCADE,
    CHECK ((handed_at IS NULL) = (handed_by IS NULL))
);
CREATE INDEX contact_route_open ON contact_route (area, handed_at, due_at);

-- A copy of chosen fields for another unit: never a widening of access (security T11, T28). copy: sealed with its own key (kind handover).
-- May be called back until it is opened.
CREATE TABLE contact_handover (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    contact TEXT NOT NULL,
    to_area TEXT NOT NULL,
    to_unit TEXT NOT NULL REFERENCES staff_unit (id),
    ground TEXT NOT NULL CHECK (ground IN ('agreed', 'same_area', 'duty')), -- OSL 10:1 and 12:2, inside the area, 10:28
    copy BLOB NOT NULL,
    sent_by TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    called_back_at BIGINT,
    opened_by TEXT,
    opened_at BIGINT,
    received TEXT, -- the contact it became in the receiver's area
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, contact) REFERENCES contact_contact (area, id),
    CHECK (called_back_at IS NULL OR opened_at IS NULL)
);
CREATE INDEX contact_handover_to ON contact_handover (to_area, to_unit, opened_at);

-- Who is away, and who answers meanwhile.
CREATE TABLE contact_absence (
    account TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    deputy TEXT,
    PRIMARY KEY (account, first_day),
    CHECK (first_day <= last_day)
);
