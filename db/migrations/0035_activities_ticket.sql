-- Tickets to the three questions after a sign-up that have been used (feature O2), so that each counts once whichever program takes the answer: the
-- keyed hash alone, and the day it goes. Nothing of whom, and no hour that a sign-up could be known by.
CREATE TABLE activities_ticket (
    ticket BLOB NOT NULL PRIMARY KEY,
    goes TEXT NOT NULL
);
