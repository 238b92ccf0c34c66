-- The monthly check of the access log (SoLPuL 10 §): which lines were picked and why, what the reviewer found, and her signature.
CREATE TABLE privacy_review (
    month TEXT NOT NULL,
    line TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('sample', 'own_name', 'protected', 'many', 'outside_hours', 'no_assignment', 'break_glass')),
    outcome TEXT CHECK (outcome IN ('right', 'ask', 'wrong')),
    reviewer TEXT,
    reviewed_at BIGINT,
    PRIMARY KEY (month, line),
    CHECK ((outcome IS NULL) = (reviewer IS NULL) AND (outcome IS NULL) = (reviewed_at IS NULL))
);
CREATE TABLE privacy_signature (
    month TEXT NOT NULL PRIMARY KEY,
    reviewer TEXT NOT NULL,
    signed_at BIGINT NOT NULL,
    picked BIGINT NOT NULL,
    wrong BIGINT NOT NULL
);

-- What may not be destroyed until a day, whatever its time (a dispute, a request to see it).
CREATE TABLE privacy_hold (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL,
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
    confirmed_by TEXT,
    confirmed_at BIGINT,
    dropped_at BIGINT,
    done_at BIGINT,
    CHECK (confirmed_by IS NULL OR confirmed_by <> listed_by)
);
CREATE TABLE privacy_destruction_item (
    destruction TEXT NOT NULL REFERENCES privacy_destruction (id),
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL,
    rule TEXT NOT NULL,
    due_day TEXT NOT NULL,
    done_at BIGINT,
    PRIMARY KEY (destruction, area, kind, object)
);
