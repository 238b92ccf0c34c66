-- What somebody responsible has said of a day of birth that is not known here, so that what is documented is not kept for ever in silence
-- (SoL 16:1, 16:2 a, SoF 13:1). Never the day itself. Goes when the thing it is about is destroyed.
CREATE TABLE privacy_birth (
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL,
    research_day BIGINT NOT NULL CHECK (research_day IN (0, 1)), -- born on the 5th, 15th or 25th
    thirty_in BIGINT,    -- the year when a child turns thirty
    said_by TEXT NOT NULL,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (area, kind, object)
);
