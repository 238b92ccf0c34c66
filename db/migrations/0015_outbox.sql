-- What is to be sent, written in the transaction of what it is about (design 2). Names a person and a neutral template, never an address:
-- that is asked for at the moment of sending.
CREATE TABLE outbox_message (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    about TEXT NOT NULL,     -- what it is about, for whoever wrote it: a contact's id
    template TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms', 'letter', 'call')),
    language TEXT NOT NULL,  -- of the template: sv, latt, en
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'failed', 'unclear', 'done_by_hand')),
    why TEXT,                -- a word of the program: not_safe, no_address, gave_up, demo; of a task: why it is there
    tries BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (area, id)
);
CREATE INDEX outbox_message_due ON outbox_message (state, not_before);
CREATE INDEX outbox_message_about ON outbox_message (area, about);
