-- How somebody may be reached without harm (feature H2). Without a row nothing is sent and nobody calls. The sending machinery asks
-- people::reach, and gets an address or a no.
CREATE TABLE people_safe_contact (
    area TEXT NOT NULL,
    person TEXT NOT NULL,
    may_call BIGINT NOT NULL CHECK (may_call IN (0, 1)),
    may_sms BIGINT NOT NULL CHECK (may_sms IN (0, 1)),
    may_mail BIGINT NOT NULL CHECK (may_mail IN (0, 1)),
    may_write BIGINT NOT NULL CHECK (may_write IN (0, 1)), -- a letter
    voicemail BIGINT NOT NULL CHECK (voicemail IN (0, 1)),
    own_number BIGINT NOT NULL CHECK (own_number IN (0, 1)), -- 0: somebody else gave it, so nobody knows whose it is
    hours TEXT NOT NULL,   -- when it is safe: calendar hours of the week; empty: nothing said
    ask_for BLOB,          -- sealed: the name to ask for
    present_as BLOB,       -- sealed: who we say that we are
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (area, person),
    FOREIGN KEY (area, person) REFERENCES people_person (area, id) ON DELETE CASCADE
);

-- A correction beside what is written (SoL 14:6): the person says that something is wrong. Sealed with the person's key.
CREATE TABLE people_correction (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    says BLOB NOT NULL,
    noted_by TEXT NOT NULL,
    noted_at BIGINT NOT NULL,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, person) REFERENCES people_person (area, id) ON DELETE CASCADE
);
