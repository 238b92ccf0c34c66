-- Who can sign in, and who is signed in. An account is a member of the staff (staff_member); her name stands in people. Login names are
-- kept only as keyed hashes, passwords as argon2id, one-time secrets sealed (security 4.4, T19, T21).
CREATE TABLE sign_in_account (
    account TEXT NOT NULL PRIMARY KEY,
    login_hash BLOB UNIQUE,
    password TEXT,
    totp_secret BLOB,
    totp_step BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'closed')),
    shortcuts BIGINT NOT NULL CHECK (shortcuts IN (0, 1)),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- Printed codes for the day the telephone is gone. Each works once.
CREATE TABLE sign_in_recovery_code (
    account TEXT NOT NULL,
    digest BLOB NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (account, digest)
);

-- Only the hash of what the cookie holds. The id is what stamps of forms are bound to; it stays when the cookie is exchanged at step-up.
CREATE TABLE sign_in_session (
    id TEXT NOT NULL PRIMARY KEY,
    secret_hash BLOB NOT NULL UNIQUE,
    account TEXT NOT NULL,
    method TEXT NOT NULL CHECK (method IN ('local', 'oidc', 'demo')),
    acr TEXT NOT NULL,
    assigned BIGINT NOT NULL CHECK (assigned IN (0, 1)),
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    confirmed_at BIGINT NOT NULL,
    ended_at BIGINT,
    why TEXT CHECK (why IN ('idle', 'absolute', 'signed_out', 'new_sign_in', 'all_ended', 'credentials', 'no_assignment', 'closed', 'clock'))
);
CREATE INDEX sign_in_session_by_account ON sign_in_session (account, ended_at);
CREATE INDEX sign_in_session_by_end ON sign_in_session (ended_at);

-- A sign-in through the provider that has begun; struck out before its answer is looked at.
CREATE TABLE sign_in_oidc_attempt (
    state_hash BLOB NOT NULL PRIMARY KEY,
    browser_hash BLOB NOT NULL,
    kept BLOB NOT NULL,
    began_at BIGINT NOT NULL,
    back TEXT NOT NULL,
    max_age BIGINT,
    session TEXT
);
CREATE INDEX sign_in_oidc_attempt_by_time ON sign_in_oidc_attempt (began_at);

-- Which account a person at the provider is.
CREATE TABLE sign_in_oidc_subject (
    subject_hash BLOB NOT NULL PRIMARY KEY,
    account TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

-- A link that lets a person choose her own password, handed over on paper. The last two columns are of a choice that is not confirmed yet.
CREATE TABLE sign_in_invitation (
    hash BLOB NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    entered_hash BLOB UNIQUE,
    entered_at BIGINT,
    password TEXT,
    totp_secret BLOB
);
CREATE INDEX sign_in_invitation_by_account ON sign_in_invitation (account);

-- A form that was sent when the session had run out, or when it had to be shown again who sends it. Kept seven days.
CREATE TABLE sign_in_draft (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    route TEXT NOT NULL,
    path TEXT NOT NULL,
    form BLOB NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX sign_in_draft_by_account ON sign_in_draft (account, created_at);

-- Tries that have failed, for ten minutes: how long the next must wait. Keyed hashes of login name and network; nothing tells who it was.
CREATE TABLE sign_in_failure (
    bucket TEXT NOT NULL CHECK (bucket IN ('place', 'network', 'login', 'device', 'recovery')),
    hash BLOB NOT NULL,
    tries BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    PRIMARY KEY (bucket, hash)
);
CREATE INDEX sign_in_failure_by_time ON sign_in_failure (last_at);
