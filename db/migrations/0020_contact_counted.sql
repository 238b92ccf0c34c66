-- When the first closing of a contact was counted for follow-up: one that is opened again and closed again is one contact.
ALTER TABLE contact_contact ADD COLUMN counted_at BIGINT;
