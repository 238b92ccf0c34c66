-- What the database knows of its backups: whose they are, the number of the newest one begun, and when the last one was done.
CREATE TABLE backup_state (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    installation TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number >= 0),
    last_number BIGINT,
    last_at BIGINT,
    CHECK ((last_number IS NULL) = (last_at IS NULL))
);
