-- A summary that everybody reads has been read by somebody else than who wrote it. What was public stays so.
ALTER TABLE participation_point ADD COLUMN writer TEXT;
ALTER TABLE participation_point ADD COLUMN published_at BIGINT;
UPDATE participation_point SET published_at = made_at;
