-- The monthly check of the access log (SoLPuL 10 §): which lines were picked and why, what the reviewer found, and her signature. Each
-- controller reviews its own lines.
CREATE TABLE privacy_review (
    controller TEXT NOT NULL REFERENCES staff_controller (id),
    month TEXT NOT NULL, -- "2026-11"
    line TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('sample', 'own_name', 'protected', 'many', 'outside_hours', 'no_assignment', 'break_glass')),
    outcome TEXT CHECK (outcome IN ('right', 'ask', 'wrong')),
    reviewer TEXT,
    reviewed_at BIGINT,
    PRIMARY KEY (controller, month, line),
    CHECK ((outcome IS NULL) = (reviewer IS NULL) AND (outcome IS NULL) = (reviewed_at IS NULL))
);
CREATE TABLE privacy_signature (
    controller TEXT NOT NULL REFERENCES staff_controller (id),
    month TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    signed_at BIGINT NOT NULL,
    picked BIGINT NOT NULL,
    wrong BIGINT NOT NULL,
    PRIMARY KEY (controller, month)
);

-- What the head of an area must be told of, beside features/people's own: a line a reviewer asks about, extracts in too great a number.
CREATE TABLE privacy_alert (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('review_ask', 'review_wrong', 'many_extracts')),
    line TEXT NOT NULL, -- the line of the log; empty: none
    account TEXT NOT NULL,
    at BIGINT NOT NULL,
    told_head_at BIGINT,
    told_head TEXT,
    PRIMARY KEY (area, id)
);
CREATE INDEX privacy_alert_waiting ON privacy_alert (area, told_head_at);

-- What may not be destroyed until a day, whatever its time (a dispute, a request to see it).
CREATE TABLE privacy_hold (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL,
    called TEXT NOT NULL, -- what lists call it: a number in the register, never a name
    reason TEXT NOT NULL CHECK (reason IN ('dispute', 'insight', 'supervision', 'research')),
    set_by TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    until_day TEXT NOT NULL,
    lifted_at BIGINT,
    PRIMARY KEY (area, id)
);
CREATE INDEX privacy_hold_object ON privacy_hold (area, kind, object);

-- A destruction: what is due was listed, another person said yes, then it was done. No names.
CREATE TABLE privacy_destruction (
    id TEXT NOT NULL PRIMARY KEY,
    listed_by TEXT NOT NULL,
    listed_at BIGINT NOT NULL,
    thrown_at BIGINT,    -- the list was thrown away, and nothing on it was destroyed
    confirmed_by TEXT,
    confirmed_at BIGINT,
    erased_at BIGINT,    -- the rows and keys are gone
    emptied_at BIGINT,   -- and so is what the database's own files remembered of them
    done_at BIGINT,      -- and a backup of the keys was made without theirs
    CHECK (confirmed_by IS NULL OR confirmed_by <> listed_by),
    CHECK (thrown_at IS NULL OR confirmed_at IS NULL)
);
CREATE TABLE privacy_destruction_item (
    destruction TEXT NOT NULL REFERENCES privacy_destruction (id),
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL,
    called TEXT NOT NULL,
    rule TEXT NOT NULL,
    due_day TEXT NOT NULL,
    done_at BIGINT,
    spared_at BIGINT,    -- it was no longer due, or held, when its turn came
    PRIMARY KEY (destruction, area, kind, object)
);
