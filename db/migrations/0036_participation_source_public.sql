-- A source that everybody may read on the statement's own page, since when. Empty: the staff alone (SL1).
ALTER TABLE participation_source ADD COLUMN public_at BIGINT;
