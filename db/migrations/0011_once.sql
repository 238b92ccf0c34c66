-- Forms that have been sent, so that one sent again (a double press, a lost answer) is not done twice. Rows go after a day.
CREATE TABLE once_form (
    stamp TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the form's stamp
    session TEXT NOT NULL,           -- the session it belongs to, as the access log writes it
    begun_at BIGINT NOT NULL,
    location TEXT                    -- where the first answer led; absent while it is under way, or when nobody knows how it ended
);
CREATE INDEX once_form_begun_at ON once_form (begun_at);
