-- Groups, lectures, courses and times: from interest to closed. A row lies in one secrecy area. Whoever comes is a person of people_person, or
-- an alias in a table of its own, or nobody, as the board's decision says; each seat is a row, so that there is never one too many.

CREATE TABLE activities_activity (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES staff_unit (id),
    slug TEXT NOT NULL UNIQUE,
    offer TEXT NOT NULL,         -- /stod/{offer}: its regime and decision say what may be kept about who comes
    kind TEXT NOT NULL CHECK (kind IN ('lecture', 'drop_in', 'series', 'group', 'course', 'individual')),
    for_whom TEXT NOT NULL CHECK (for_whom IN ('anyone', 'parents', 'siblings', 'young_adults', 'from_15_to_17', 'under_15')),
    title TEXT NOT NULL,
    neutral_title TEXT NOT NULL, -- what calendars, notices and files say (feature D9)
    sensitive BIGINT NOT NULL CHECK (sensitive IN (0, 1)),
    partner TEXT,                -- the municipality or association it is held with; never a person
    state TEXT NOT NULL CHECK (state IN ('interest', 'threshold', 'planned', 'open', 'running', 'self_led', 'closed')),
    ended_as TEXT CHECK (ended_as IN ('held', 'called_off')),
    wanted BIGINT NOT NULL CHECK (wanted BETWEEN 0 AND 999),  -- "starts at five"; 0: does not begin with interest
    minimum BIGINT NOT NULL CHECK (minimum BETWEEN 0 AND 9999),
    seats BIGINT NOT NULL CHECK (seats BETWEEN 0 AND 9999),
    stop_day TEXT,               -- the last day to sign up; fewer than minimum after it: called off
    offering TEXT NOT NULL CHECK (offering IN ('at_once', 'by_hand')),
    offer_hours BIGINT NOT NULL CHECK (offer_hours BETWEEN 1 AND 336),
    two TEXT NOT NULL CHECK (two IN ('wait', 'next_who_fits')),
    preferred TEXT NOT NULL CHECK (preferred IN ('nobody', 'new', 'not_reached')),
    preferred_why TEXT,          -- the municipality's own rule in its own words, as shown to who waits (feature D13)
    arrivals BIGINT NOT NULL,    -- how many have come to the list: the next position
    last_arrived_at BIGINT NOT NULL,
    changed BIGINT NOT NULL,     -- how many times it has been changed
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (area, id),
    CHECK ((state = 'closed') = (ended_as IS NOT NULL)),
    CHECK ((preferred = 'nobody') = (preferred_why IS NULL))
);
CREATE INDEX activities_activity_state ON activities_activity (state, made_at);

-- One occasion; of individual times, one time. day, begins and ends are what the clock on the wall shows; begins_at and ends_at follow.
CREATE TABLE activities_session (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    activity TEXT NOT NULL,
    day TEXT NOT NULL,
    begins BIGINT NOT NULL CHECK (begins BETWEEN 0 AND 1439), -- minutes of the day
    ends BIGINT NOT NULL CHECK (ends BETWEEN 1 AND 1440),
    begins_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('room', 'online', 'hybrid', 'phone', 'video', 'home')),
    place TEXT NOT NULL,         -- a public room; empty where there is none
    cancelled_at BIGINT,
    heads BIGINT CHECK (heads BETWEEN 0 AND 9999), -- how many came, counted without names (feature D4)
    changed BIGINT NOT NULL,     -- SEQUENCE of the calendar entry
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, activity) REFERENCES activities_activity (area, id),
    CHECK (begins < ends AND begins_at < ends_at)
);
CREATE INDEX activities_session_begins ON activities_session (area, activity, begins_at);
CREATE INDEX activities_session_at ON activities_session (begins_at);

-- The link of a meeting on the net, sealed with its own key (kind meeting): for those with a place, never shown publicly.
CREATE TABLE activities_meeting (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    session TEXT NOT NULL,
    link BLOB NOT NULL,
    PRIMARY KEY (area, id),
    UNIQUE (area, session),
    FOREIGN KEY (area, session) REFERENCES activities_session (area, id) ON DELETE CASCADE
);

-- A sign-up: one, or two who come as one. The order is (arrived_at, position). keeping: what the permit let be kept about who it is.
CREATE TABLE activities_entry (
    area TEXT NOT NULL,
    id TEXT NOT NULL,
    activity TEXT NOT NULL,
    slot TEXT NOT NULL,          -- what its seats are seats of: the activity, or the session of an individual time
    size BIGINT NOT NULL CHECK (size IN (1, 2)),
    state TEXT NOT NULL CHECK (state IN ('interested', 'waiting', 'offered', 'placed', 'declined', 'lapsed', 'left', 'called_off')),
    arrived_at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    offer_until BIGINT,
    keeping TEXT NOT NULL CHECK (keeping IN ('counts', 'alias', 'reference_and_date')),
    decision TEXT,               -- number of the decision it rests on
    person_area TEXT,
    person TEXT,
    companion_area TEXT,
    companion TEXT,              -- the other of two
    came_by TEXT NOT NULL CHECK (came_by IN ('web', 'phone', 'paper', 'desk')),
    been_before TEXT CHECK (been_before IN ('new', 'returning')),
    not_reached BIGINT NOT NULL CHECK (not_reached IN (0, 1)),
    heard_of TEXT CHECK (heard_of IN ('staff', 'health_care', 'school', 'family', 'web', 'paper', 'association', 'before', 'other')),
    guardian_agreed_at BIGINT,   -- SoL 21:2
    shows_name BIGINT NOT NULL CHECK (shows_name IN (0, 1)), -- the others may see it (feature D11)
    made_at BIGINT NOT NULL,
    ended_at BIGINT,
    form BLOB NOT NULL,
    PRIMARY KEY (area, id),
    UNIQUE (area, activity, position),
    UNIQUE (area, activity, form),
    FOREIGN KEY (area, activity) REFERENCES activities_activity (area, id),
    FOREIGN KEY (person_area, person) REFERENCES people_person (area, id) ON DELETE SET NULL,
    FOREIGN KEY (companion_area, companion) REFERENCES people_person (area, id) ON DELETE SET NULL,
    CHECK (person_area IS NULL OR person_area = area),
    CHECK (companion_area IS NULL OR companion_area = area),
    CHECK (keeping = 'reference_and_date' OR (person IS NULL AND companion IS NULL)),
    CHECK (companion IS NULL OR size = 2),
    CHECK ((state = 'offered') = (offer_until IS NOT NULL)),
    CHECK ((state IN ('declined', 'lapsed', 'left', 'called_off')) = (ended_at IS NOT NULL))
);
CREATE INDEX activities_entry_line ON activities_entry (area, slot, state, arrived_at, position);
CREATE INDEX activities_entry_offers ON activities_entry (offer_until) WHERE state = 'offered';
CREATE INDEX activities_entry_person ON activities_entry (person_area, person) WHERE person IS NOT NULL;
CREATE INDEX activities_entry_companion ON activities_entry (companion_area, companion) WHERE companion IS NOT NULL;

-- The seats there are, one row each. Taken by an entry that has a place or an offer; nobody can take a row that another has.
CREATE TABLE activities_seat (
    area TEXT NOT NULL,
    slot TEXT NOT NULL,
    seat BIGINT NOT NULL CHECK (seat >= 1),
    entry TEXT,
    PRIMARY KEY (area, slot, seat),
    FOREIGN KEY (area, entry) REFERENCES activities_entry (area, id)
);
CREATE INDEX activities_seat_entry ON activities_seat (area, entry);
CREATE INDEX activities_seat_free ON activities_seat (area, slot, seat) WHERE entry IS NULL;

-- A first name or an alias, or two, where the board has decided that identity is left out (SoL 14:5). Own key: kind alias, id the entry's.
CREATE TABLE activities_alias (
    area TEXT NOT NULL,
    entry TEXT NOT NULL,
    alias BLOB NOT NULL,
    PRIMARY KEY (area, entry),
    FOREIGN KEY (area, entry) REFERENCES activities_entry (area, id) ON DELETE CASCADE
);

-- What somebody needs at the event (feature D7): apart, with its own key (kind needs, id the entry's), and gone when the event is over.
CREATE TABLE activities_need (
    area TEXT NOT NULL,
    entry TEXT NOT NULL,
    needs BLOB NOT NULL,
    PRIMARY KEY (area, entry),
    FOREIGN KEY (area, entry) REFERENCES activities_entry (area, id) ON DELETE CASCADE
);

-- A link with a right, known by its keyed hash only: one purpose, until a day.
CREATE TABLE activities_link (
    hash BLOB NOT NULL PRIMARY KEY,
    area TEXT NOT NULL,
    entry TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('change', 'leave', 'answer')),
    made_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    used_at BIGINT,
    FOREIGN KEY (area, entry) REFERENCES activities_entry (area, id) ON DELETE CASCADE
);
CREATE INDEX activities_link_until ON activities_link (until_at);

-- Each time somebody was offered a seat before one who came earlier, and why (feature D13).
CREATE TABLE activities_exception (
    area TEXT NOT NULL,
    activity TEXT NOT NULL,
    number BIGINT NOT NULL,
    entry TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('rule_new', 'rule_not_reached', 'two_do_not_fit', 'urgent', 'fits_the_group', 'promised_before', 'our_mistake')),
    passed BIGINT NOT NULL CHECK (passed >= 1),
    account TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (area, activity, number),
    FOREIGN KEY (area, activity) REFERENCES activities_activity (area, id)
);

CREATE TABLE activities_attendance (
    area TEXT NOT NULL,
    session TEXT NOT NULL,
    entry TEXT NOT NULL,
    came BIGINT NOT NULL CHECK (came BETWEEN 0 AND 2), -- of one or two
    said_so BIGINT NOT NULL CHECK (said_so IN (0, 1)),  -- told us that they cannot come
    at BIGINT NOT NULL,
    PRIMARY KEY (area, session, entry),
    FOREIGN KEY (area, session) REFERENCES activities_session (area, id),
    FOREIGN KEY (area, entry) REFERENCES activities_entry (area, id) ON DELETE CASCADE
);
