-- What people say of the guideline's promises, by role and moment: append only, so that it can be read as it stood any day. No person.
CREATE TABLE guideline_state (
    id TEXT NOT NULL PRIMARY KEY,
    statement TEXT NOT NULL, -- "uppfoljning-1"; its text is content
    operation TEXT REFERENCES staff_operation (id), -- whose duty it is (UP3); none: said once for the whole municipality
    state TEXT NOT NULL CHECK (state IN ('met', 'partly', 'not_met', 'unknown')),
    reason TEXT NOT NULL,
    role TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX guideline_state_at ON guideline_state (at);

-- A year's statement as it was signed: one of each operation's head, one of the director. Its lines are copies, and never change.
CREATE TABLE guideline_signed (
    id TEXT NOT NULL PRIMARY KEY,
    operation TEXT REFERENCES staff_operation (id),
    year BIGINT NOT NULL,
    role TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE TABLE guideline_signed_line (
    signed TEXT NOT NULL REFERENCES guideline_signed (id),
    position BIGINT NOT NULL,
    statement TEXT NOT NULL,
    words TEXT NOT NULL, -- the statement's text that day
    state TEXT CHECK (state IN ('met', 'partly', 'not_met', 'unknown')), -- none: nobody has said
    reason TEXT NOT NULL,
    shown_by TEXT NOT NULL, -- what was linked to it that day, a line each
    PRIMARY KEY (signed, position)
);

-- When the management group and each unit's workplace meeting took the carer perspective up (AP3).
CREATE TABLE guideline_anchoring (
    id TEXT NOT NULL PRIMARY KEY,
    level TEXT NOT NULL CHECK (level IN ('management', 'workplace')),
    unit TEXT REFERENCES staff_unit (id),
    day TEXT NOT NULL,
    decision TEXT NOT NULL,
    next_step TEXT NOT NULL,
    link TEXT NOT NULL,
    role TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    taken_back_at BIGINT,
    CHECK ((level = 'workplace') = (unit IS NOT NULL))
);
CREATE INDEX guideline_anchoring_day ON guideline_anchoring (day);
