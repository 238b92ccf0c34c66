-- A text that nobody needs to answer, since a machine wrote it or it has come many times: put aside by a human with a reason, and taken back as easily.
CREATE TABLE participation_aside (
    area TEXT NOT NULL,
    view TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('rubbish', 'repeated', 'unreadable')),
    role TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (area, view),
    FOREIGN KEY (area, view) REFERENCES participation_view (area, id)
);
