-- What an operation was called, and whose it was, since when: a past day is read with that day's operations under their names.
CREATE TABLE staff_operation_was (
    operation TEXT NOT NULL REFERENCES staff_operation (id),
    at BIGINT NOT NULL, -- 0: it was there when this began to be kept
    controller TEXT NOT NULL REFERENCES staff_controller (id),
    name TEXT NOT NULL,
    PRIMARY KEY (operation, at)
);
INSERT INTO staff_operation_was (operation, at, controller, name) SELECT id, 0, controller, name FROM staff_operation;

-- A signed statement keeps the name of its operation; '': signed before names were kept, or of the whole municipality.
ALTER TABLE guideline_signed ADD COLUMN named TEXT NOT NULL DEFAULT '';
