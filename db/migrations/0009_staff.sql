-- Secrecy areas (OSL 8:1–2, 26:1): what is known in one is not known in another. An operation lies in one, and its units with it.
CREATE TABLE staff_area (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- Who answers for the personal data: the board, another board, or a private provider with areas of its own.
CREATE TABLE staff_controller (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('board', 'other_board', 'private_provider')),
    number TEXT NOT NULL
);

CREATE TABLE staff_operation (
    id TEXT NOT NULL PRIMARY KEY,
    controller TEXT NOT NULL REFERENCES staff_controller (id),
    area TEXT NOT NULL REFERENCES staff_area (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('older', 'disability', 'individual_family', 'school_health', 'culture_leisure', 'other')),
    UNIQUE (controller, name)
);

-- hours: the week, the eves and whether it works on holidays, in the form of features/staff/hours.hpp.
CREATE TABLE staff_unit (
    id TEXT NOT NULL PRIMARY KEY,
    operation TEXT NOT NULL REFERENCES staff_operation (id),
    name TEXT NOT NULL,
    hours TEXT NOT NULL,
    UNIQUE (operation, name)
);

-- Days when a unit is closed though it otherwise works.
CREATE TABLE staff_closed (
    unit TEXT NOT NULL REFERENCES staff_unit (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (unit, first_day),
    CHECK (first_day <= last_day)
);

-- Who has an account. The name is in people_person; when that row is erased the account stays, nameless, since assignments and the log
-- point at it.
CREATE TABLE staff_member (
    account TEXT NOT NULL PRIMARY KEY,
    area TEXT,
    person TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    UNIQUE (area, person),
    CHECK ((area IS NULL) = (person IS NULL)),
    FOREIGN KEY (area, person) REFERENCES people_person (area, id) ON DELETE SET NULL
);

-- A role in a unit, from a day to a day, both counted. ended_at: taken away at that moment, whatever the days say.
CREATE TABLE staff_assignment (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES staff_member (account),
    unit TEXT NOT NULL REFERENCES staff_unit (id),
    role TEXT NOT NULL CHECK (role IN ('consultant', 'support_contact', 'front_line', 'assessor', 'head_of_operations', 'director', 'log_reviewer', 'registrar', 'content_editor', 'ombud', 'administrator')),
    from_day TEXT NOT NULL,
    until_day TEXT,
    source TEXT NOT NULL CHECK (source IN ('desk', 'csv', 'oidc', 'terminal')),
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT,
    CHECK (until_day IS NULL OR from_day <= until_day),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX staff_assignment_by_account ON staff_assignment (account);
CREATE INDEX staff_assignment_by_unit ON staff_assignment (unit, role);
-- Two programs at once cannot give the same role twice; other overlaps are the rule's business (features/staff/rules.hpp).
CREATE UNIQUE INDEX staff_assignment_once ON staff_assignment (account, unit, role, from_day) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX staff_assignment_open ON staff_assignment (account, unit, role) WHERE ended_at IS NULL AND until_day IS NULL;

-- How many a unit should have in a role; fewer is a vacancy.
CREATE TABLE staff_needed (
    unit TEXT NOT NULL REFERENCES staff_unit (id),
    role TEXT NOT NULL CHECK (role IN ('consultant', 'support_contact', 'front_line', 'assessor', 'head_of_operations', 'director', 'log_reviewer', 'registrar', 'content_editor', 'ombud', 'administrator')),
    count BIGINT NOT NULL CHECK (count BETWEEN 1 AND 999),
    PRIMARY KEY (unit, role)
);
