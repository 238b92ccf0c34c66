-- Answers to the short questions, so that no form counts twice and closing forgets nothing.
ALTER TABLE activities_answering ADD COLUMN closed_at BIGINT;

-- A form that has answered there, by its keyed hash: nothing of who, when or what. Goes with the row of where answers come in, three days after.
CREATE TABLE activities_answered (
    area TEXT NOT NULL,
    session TEXT NOT NULL,
    form BLOB NOT NULL,
    PRIMARY KEY (area, session, form),
    FOREIGN KEY (area, session) REFERENCES activities_answering (area, session) ON DELETE CASCADE
);
