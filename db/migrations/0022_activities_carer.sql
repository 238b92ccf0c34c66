-- The carer's side of activities: where she joins an occasion, whose names the others see, what she has been reminded of, and seats that are lent
-- to another municipality or an association.

-- Room or net, chosen by herself for an occasion that is both (feature D5). Changed until it is over; nothing: she has not said.
CREATE TABLE activities_choice (
    area TEXT NOT NULL,
    session TEXT NOT NULL,
    entry TEXT NOT NULL,
    joins TEXT NOT NULL CHECK (joins IN ('room', 'net')),
    PRIMARY KEY (area, session, entry),
    FOREIGN KEY (area, session) REFERENCES activities_session (area, id),
    FOREIGN KEY (area, entry) REFERENCES activities_entry (area, id) ON DELETE CASCADE
);

-- The name that the others of the group see, while she says so (feature D11). Own key: kind shown_name, id its own; both go when she takes it
-- back, and when it is over.
CREATE TABLE activities_shown_name (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    entry TEXT NOT NULL,
    name BLOB NOT NULL,
    PRIMARY KEY (area, id),
    UNIQUE (area, entry),
    FOREIGN KEY (area, entry) REFERENCES activities_entry (area, id) ON DELETE CASCADE
);

-- Who has been reminded of which occasion, so that nobody is twice.
CREATE TABLE activities_reminder (
    area TEXT NOT NULL,
    session TEXT NOT NULL,
    entry TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (area, session, entry),
    FOREIGN KEY (area, session) REFERENCES activities_session (area, id),
    FOREIGN KEY (area, entry) REFERENCES activities_entry (area, id) ON DELETE CASCADE
);

-- Seats lent to another municipality or an association (feature D12): they are seats of the share (activities_seat.slot is its id), so nobody
-- else can take them. Whoever has the code fills them; who comes is known there, not here. Known by the code's keyed hash.
CREATE TABLE activities_share (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    activity TEXT NOT NULL,
    receiver TEXT NOT NULL,      -- a municipality or an association; never a person
    hash BLOB NOT NULL UNIQUE,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    revoked_at BIGINT,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, activity) REFERENCES activities_activity (area, id)
);
CREATE INDEX activities_share_activity ON activities_share (area, activity, made_at);

CREATE TABLE activities_share_entry (
    area TEXT NOT NULL,
    entry TEXT NOT NULL,
    share TEXT NOT NULL,
    PRIMARY KEY (area, entry),
    FOREIGN KEY (area, share) REFERENCES activities_share (area, id),
    FOREIGN KEY (area, entry) REFERENCES activities_entry (area, id) ON DELETE CASCADE
);
CREATE INDEX activities_share_entries ON activities_share_entry (area, share);

-- Whether who left has been asked why, so that nobody is counted twice. What she said is a fact of nobody and never stands here.
ALTER TABLE activities_entry ADD COLUMN said_why BIGINT NOT NULL DEFAULT 0 CHECK (said_why IN (0, 1));

-- She has asked for a link in what is sent to her, so that she needs no code.
ALTER TABLE activities_entry ADD COLUMN wants_link BIGINT NOT NULL DEFAULT 0 CHECK (wants_link IN (0, 1));

CREATE INDEX activities_activity_stop_day ON activities_activity (state, stop_day) WHERE state = 'open';
