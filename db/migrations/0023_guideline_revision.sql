-- A revision of the guideline on its way (M5): what is proposed, where it is, and every step it has taken. Roles and days, no person.
CREATE TABLE guideline_draft (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('writing', 'management', 'consultation', 'board', 'decided', 'withdrawn')),
    opened_at BIGINT NOT NULL
);
CREATE INDEX guideline_draft_stage ON guideline_draft (stage);

CREATE TABLE guideline_change (
    draft TEXT NOT NULL REFERENCES guideline_draft (id),
    statement TEXT NOT NULL, -- an added one has got its own number already
    position BIGINT NOT NULL, -- in the order they were proposed
    doing TEXT NOT NULL CHECK (doing IN ('edit', 'add', 'remove')),
    section TEXT NOT NULL,
    follows TEXT NOT NULL, -- of an added one: the statement it stands behind; '' first in its section
    was TEXT NOT NULL, -- what the guideline said when it was proposed
    says TEXT NOT NULL,
    note TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT NOT NULL, -- a role of the guideline
    why TEXT NOT NULL,
    PRIMARY KEY (draft, statement)
);
CREATE INDEX guideline_change_statement ON guideline_change (statement);

CREATE TABLE guideline_step (
    draft TEXT NOT NULL REFERENCES guideline_draft (id),
    number BIGINT NOT NULL,
    stage TEXT NOT NULL, -- where it came to
    back BIGINT NOT NULL CHECK (back IN (0, 1)),
    day TEXT NOT NULL, -- of the meeting or the decision
    words TEXT NOT NULL,
    closes TEXT NOT NULL, -- of one that went out for consultation: the last day to say something; '' otherwise
    role TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (draft, number)
);

-- What is linked to a changed statement and has been seen to (M4).
CREATE TABLE guideline_tick (
    draft TEXT NOT NULL REFERENCES guideline_draft (id),
    statement TEXT NOT NULL,
    linked TEXT NOT NULL, -- "offer:samtalsgrupp"
    role TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (draft, statement, linked)
);

-- The guideline as the board decided it, frozen: `source` never changes (ADR 0047).
CREATE TABLE guideline_version (
    number BIGINT NOT NULL PRIMARY KEY, -- 1: the one in force when the first revision was decided
    source TEXT NOT NULL,
    valid_from TEXT NOT NULL, -- '': not filled in, only of the first
    draft TEXT REFERENCES guideline_draft (id),
    made_at BIGINT NOT NULL,
    in_force_at BIGINT -- when it became the content of the site
);
CREATE INDEX guideline_version_draft ON guideline_version (draft);

-- The newest version an account has said that it has read: one row each, so that it is asked again only for what has changed since (K3).
CREATE TABLE guideline_read (
    account TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL REFERENCES guideline_version (number)
);
