-- The access log (SoLPuL 10 §, security 4.6). Rows are added and never changed; only gallring removes, whole segments at a time. There are no
-- foreign keys: what somebody took away by hand is to be found by `lotsen audit verify`, not hidden by a cascade.
CREATE TABLE audit_line (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    role TEXT,
    unit TEXT,
    area TEXT,
    session TEXT NOT NULL,
    act TEXT NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL,
    reason TEXT NOT NULL,
    subjects BIGINT NOT NULL CHECK (subjects >= 0) -- how many rows of audit_subject belong to it
);
CREATE INDEX audit_line_in_time ON audit_line (at, id);

-- Whose names an act showed.
CREATE TABLE audit_subject (
    area TEXT NOT NULL,
    person TEXT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (area, person, line)
);
CREATE INDEX audit_subject_of_line ON audit_subject (line);

-- Lines that no seal has yet: the sealer's list of what to do. A line missing here stays unsealed, and verify says so.
CREATE TABLE audit_waiting (
    line TEXT NOT NULL PRIMARY KEY
);

-- The chain (ADR 0030): each seal is keyed over the line, its subjects and the seal before.
CREATE TABLE audit_seal (
    position BIGINT NOT NULL PRIMARY KEY CHECK (position > 0),
    line TEXT NOT NULL UNIQUE,
    content BLOB NOT NULL,
    persons BLOB NOT NULL,
    hash BLOB NOT NULL,
    sealed_at BIGINT NOT NULL
);

-- What gallring left of a segment: its last seal, signed, so that the chain goes on from there.
CREATE TABLE audit_gallring (
    position BIGINT NOT NULL PRIMARY KEY CHECK (position > 0),
    hash BLOB NOT NULL,
    lines BIGINT NOT NULL,
    newest_at BIGINT NOT NULL,
    done_at BIGINT NOT NULL,
    signature BLOB NOT NULL
);
