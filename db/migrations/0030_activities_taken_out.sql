-- Whom a member of the staff has taken off the list, the line or a seat: why, and where she stood, so that it can be undone.
CREATE TABLE activities_taken_out (
    area TEXT NOT NULL,
    entry TEXT NOT NULL,
    was TEXT NOT NULL CHECK (was IN ('interested', 'waiting', 'placed')),
    why TEXT NOT NULL CHECK (why IN ('asked', 'stopped', 'twice', 'mistake')),
    account TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (area, entry),
    FOREIGN KEY (area, entry) REFERENCES activities_entry (area, id) ON DELETE CASCADE
);
