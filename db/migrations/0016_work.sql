-- The work that is done (features B13, I6, I11; guideline AP3): a contact by telephone or at the door, a visit, a lecture. Names nobody whom
-- it was about: no person, no free text about one.
CREATE TABLE work_entry (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES staff_unit (id),
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT,      -- of a contact; the team's own work has none
    day TEXT NOT NULL,
    minutes BIGINT,
    heads BIGINT,
    focus TEXT CHECK (focus IN ('noticed_needs', 'reach_new')),
    operation TEXT REFERENCES staff_operation (id), -- that was visited
    visited TEXT REFERENCES staff_unit (id),
    place TEXT,        -- the school, the network: never a person
    sex TEXT CHECK (sex IN ('woman', 'man', 'other')),
    age TEXT CHECK (age IN ('under_18', '18_64', '65_up')),
    helped_for TEXT,   -- what the help is about: a target group
    helped_long TEXT,
    heard_of TEXT,
    children TEXT CHECK (children IN ('yes', 'no', 'not_asked')),
    outcome TEXT,
    concern BIGINT NOT NULL CHECK (concern IN (0, 1)), -- "Oro: följ rutinen"
    made_at BIGINT NOT NULL,
    taken_back_at BIGINT,
    PRIMARY KEY (area, id),
    CHECK ((subject IS NULL) = (focus IS NOT NULL))
);
CREATE INDEX work_entry_day ON work_entry (area, day);

-- Facts for the yearly follow-up (design 2): kind, day and coarse words from closed lists, and a random number that nothing else uses.
-- Append only; no person, ever.
CREATE TABLE fact (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    words TEXT NOT NULL,
    salt BIGINT NOT NULL,
    amount BIGINT NOT NULL
);
CREATE INDEX fact_kind_day ON fact (kind, day);
