-- What a private provider said by a code and not signed in: the day the code was made. And an answer that was wrong, struck out with a reason.
ALTER TABLE guideline_state ADD COLUMN code_day TEXT;
ALTER TABLE guideline_state ADD COLUMN struck_at BIGINT;
ALTER TABLE guideline_state ADD COLUMN struck_why TEXT;
ALTER TABLE guideline_signed ADD COLUMN code_day TEXT;
