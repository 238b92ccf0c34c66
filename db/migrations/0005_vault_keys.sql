-- The keys that seal what names a person: one for each person, conversation or purpose, wrapped by the master key that lies outside the
-- database. Erasing a row erases all that its key sealed. This table is never in a `data` backup, only in `keys` (docs/operations.md).
CREATE TABLE vault_key (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (kind, id)
);

-- What has been erased, so that it is erased again after an older backup is restored, before anybody is answered.
CREATE TABLE vault_tombstone (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    erased_at BIGINT NOT NULL,
    PRIMARY KEY (kind, id)
);
