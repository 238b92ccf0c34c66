-- A head says that a statement does not concern her operation, and why: counted apart. The state beside it is 'unknown', for the former version.
ALTER TABLE guideline_state ADD COLUMN not_ours BIGINT NOT NULL DEFAULT 0 CHECK (not_ours IN (0, 1));
ALTER TABLE guideline_signed_line ADD COLUMN not_ours BIGINT NOT NULL DEFAULT 0 CHECK (not_ours IN (0, 1));
