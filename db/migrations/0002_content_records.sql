-- The content of the site: each record is one file of the pack, kept byte for byte. The database is the truth; the pack is how it travels.
CREATE TABLE content_state (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    generation BIGINT NOT NULL -- 0: never filled; grows by one with every change of content
);
INSERT INTO content_state (id, generation) VALUES (1, 0);

CREATE TABLE content_record (
    path TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    hash TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    changed_at BIGINT NOT NULL
);

-- Every version that ever was, also of records since removed.
CREATE TABLE content_version (
    path TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    change TEXT NOT NULL CHECK (change IN ('added', 'changed', 'removed')),
    source TEXT, -- absent when the record was removed
    hash TEXT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (path, version),
    CHECK ((change = 'removed') = (source IS NULL)),
    CHECK ((source IS NULL) = (hash IS NULL))
);
