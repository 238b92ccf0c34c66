-- Running an activity, and what is left of it: who has been ticked off, the leader's kit, what was said to the group, and where answers come in.

-- 0: nobody has ticked, she has said herself that she cannot come (said_so). 1: ticked by the leader. 2: the leader has been told.
ALTER TABLE activities_attendance ADD COLUMN ticked BIGINT NOT NULL DEFAULT 1 CHECK (ticked IN (0, 1, 2));

-- What the leader works from (feature D15). Names nobody: what looks like a name, a number or an address of somebody is refused.
CREATE TABLE activities_text (
    area TEXT NOT NULL,
    activity TEXT NOT NULL,
    session TEXT NOT NULL,       -- empty: of the whole activity
    what TEXT NOT NULL CHECK (what IN ('plan', 'material', 'checklist', 'ticked', 'note', 'evaluation')),
    words TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (area, activity, session, what),
    FOREIGN KEY (area, activity) REFERENCES activities_activity (area, id)
);

-- Carers with own experience who help to lead an occasion: counted, never named (guideline M3, P2).
CREATE TABLE activities_experience (
    area TEXT NOT NULL,
    session TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('co_leader', 'guest', 'storyteller')),
    people BIGINT NOT NULL CHECK (people BETWEEN 0 AND 9),
    PRIMARY KEY (area, session, part),
    FOREIGN KEY (area, session) REFERENCES activities_session (area, id)
);

-- What was said to all who have a place. The notice says only that there is something to read; this is what she reads with her code.
CREATE TABLE activities_message (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    activity TEXT NOT NULL,
    slot TEXT NOT NULL,          -- those with a place in it: the activity, or one individual time
    words TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, activity) REFERENCES activities_activity (area, id)
);
CREATE INDEX activities_message_slot ON activities_message (area, slot, made_at);

-- Where the group's answers come in for some days (guideline S2, feature D14). Says how many more may, and nothing of any answer: an answer is
-- a fact of the year and of the kind of activity, with no way back to here.
CREATE TABLE activities_answering (
    area TEXT NOT NULL,
    session TEXT NOT NULL,
    code BLOB NOT NULL UNIQUE,   -- keyed hash of what is shown in the room
    room BIGINT NOT NULL CHECK (room BETWEEN 0 AND 9999), -- how many more answers
    until_at BIGINT NOT NULL,
    PRIMARY KEY (area, session),
    FOREIGN KEY (area, session) REFERENCES activities_session (area, id)
);
