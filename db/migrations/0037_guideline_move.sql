-- A change that also moves the statement within its section: behind the one it follows, or first when that is ''.
ALTER TABLE guideline_change ADD COLUMN moves BIGINT NOT NULL DEFAULT 0 CHECK (moves IN (0, 1));
