-- Notes, kits and messages of a group are sealed with a key of the activity's (kind group_words, id its own). words: what a former version wrote,
-- until a job has sealed it.
ALTER TABLE activities_text ADD COLUMN sealed BLOB;
ALTER TABLE activities_message ADD COLUMN sealed BLOB;

CREATE TABLE activities_words (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    activity TEXT NOT NULL,
    PRIMARY KEY (area, id),
    UNIQUE (area, activity),
    FOREIGN KEY (area, activity) REFERENCES activities_activity (area, id)
);
CREATE INDEX activities_message_made ON activities_message (made_at);
