-- Whether there are children who are touched by what a contact is about (feature G2): asked with the judgement, counted when it is first closed, and
-- never who or how many. Nothing: nobody has been asked.
ALTER TABLE contact_contact ADD COLUMN children TEXT CHECK (children IN ('yes', 'no', 'not_asked'));
