-- The latest changes of plans, so that one can be taken back while nobody has been told of it. was and became: days, rooms and terms as text
-- (features/activities/planned_text.hpp); never anything of who comes.
CREATE TABLE activities_change (
    area TEXT NOT NULL,
    activity TEXT NOT NULL,
    number BIGINT NOT NULL,
    did TEXT NOT NULL CHECK (did IN ('added', 'edited', 'sessions_added', 'sessions_changed', 'session_removed', 'stepped')),
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    bar TEXT CHECK (bar IN ('told', 'link')), -- why it cannot be taken back
    account TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (area, activity, number),
    FOREIGN KEY (area, activity) REFERENCES activities_activity (area, id) ON DELETE CASCADE
);
