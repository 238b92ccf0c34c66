-- What people say of a draft of the guideline, and what became of it (features J1–J6, SL1). A text is sealed with a key of its own and lies
-- in the secrecy area of those who read it; what is published is what the staff have written in words of their own.

-- A council (KFR, KPR), and when it took a draft up.
CREATE TABLE participation_council (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE TABLE participation_meeting (
    id TEXT NOT NULL PRIMARY KEY,
    council TEXT NOT NULL REFERENCES participation_council (id),
    draft TEXT NOT NULL,
    day TEXT NOT NULL,
    minutes TEXT NOT NULL,       -- a link or a number in the register
    role TEXT,                   -- as what it was noted; empty: by the council's own code
    made_at BIGINT NOT NULL
);
CREATE INDEX participation_meeting_draft ON participation_meeting (draft, day);

CREATE TABLE participation_view (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    draft TEXT NOT NULL,
    paragraph TEXT NOT NULL,     -- empty: the draft as a whole
    way TEXT NOT NULL CHECK (way IN ('web', 'phone', 'paper', 'meeting')),
    perspective TEXT NOT NULL CHECK (perspective IN ('carer', 'staff', 'association', 'other', 'unsaid')),
    meeting TEXT REFERENCES participation_meeting (id),
    arrived_at BIGINT NOT NULL,  -- of what came by telephone or on paper: when it came, not when it was entered
    made_at BIGINT NOT NULL,
    form BLOB UNIQUE,            -- which opened form it came from, so that one form is one view
    code BLOB UNIQUE,            -- keyed hash of the code that shows what became of it
    words BLOB,                  -- sealed; gone when it has become a contact or is destroyed
    kind TEXT NOT NULL CHECK (kind IN ('unsorted', 'proposal', 'no_proposal', 'handed_over')),
    sorted_at BIGINT,
    PRIMARY KEY (area, id),
    CHECK ((kind = 'unsorted') = (sorted_at IS NULL)),
    CHECK (kind <> 'handed_over' OR words IS NULL)
);
CREATE INDEX participation_view_draft ON participation_view (draft, arrived_at);

-- A proposal in the staff's words, for everybody to read, with each answer it has had: the newest counts.
CREATE TABLE participation_point (
    id TEXT NOT NULL PRIMARY KEY,
    draft TEXT NOT NULL,
    paragraph TEXT NOT NULL,
    summary TEXT NOT NULL,
    role TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX participation_point_draft ON participation_point (draft, made_at);
CREATE TABLE participation_answer (
    point TEXT NOT NULL REFERENCES participation_point (id),
    position BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('new', 'taken_up', 'change', 'not_now')),
    words TEXT NOT NULL,
    paragraph TEXT NOT NULL,     -- where it becomes a change; empty otherwise
    role TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (point, position),
    CHECK ((status = 'change') = (paragraph <> ''))
);
-- Which views say it.
CREATE TABLE participation_backing (
    area TEXT NOT NULL,
    view TEXT NOT NULL,
    point TEXT NOT NULL REFERENCES participation_point (id),
    PRIMARY KEY (area, view, point),
    FOREIGN KEY (area, view) REFERENCES participation_view (area, id)
);
CREATE INDEX participation_backing_point ON participation_backing (point);

-- A code that lets a council or a private provider answer without an account. about: which council, or which operation.
CREATE TABLE participation_code (
    id TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('council', 'provider')),
    about TEXT NOT NULL,
    code BLOB NOT NULL UNIQUE,
    until_at BIGINT NOT NULL,
    role TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    revoked_at BIGINT
);

-- The carers' panel: who, and until when; the rule it follows; and how many have each perspective, which nothing joins to a person.
CREATE TABLE participation_panel_rule (
    area TEXT NOT NULL PRIMARY KEY,
    decision TEXT NOT NULL,
    reimbursed BIGINT NOT NULL CHECK (reimbursed IN (0, 1)),
    months BIGINT NOT NULL CHECK (months BETWEEN 1 AND 60),
    changed_at BIGINT NOT NULL
);
CREATE TABLE participation_panel_member (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    left_at BIGINT,
    PRIMARY KEY (area, id)
);
CREATE TABLE participation_panel_count (
    area TEXT NOT NULL,
    perspective TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number BETWEEN 0 AND 999),
    PRIMARY KEY (area, perspective)
);

-- What is known about a statement from carers, from those who work, and from research, side by side (SL1).
CREATE TABLE participation_source (
    id TEXT NOT NULL PRIMARY KEY,
    statement TEXT NOT NULL,
    knowledge TEXT NOT NULL CHECK (knowledge IN ('carers', 'professionals', 'research')),
    words TEXT NOT NULL,
    where_from TEXT NOT NULL,
    role TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    taken_back_at BIGINT
);
CREATE INDEX participation_source_statement ON participation_source (statement, made_at);
