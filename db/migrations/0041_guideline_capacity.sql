-- As what the whole municipality's statement was signed: the declaration of who signed, frozen with it (UP3). '': an operation's, or before it was asked.
ALTER TABLE guideline_signed ADD COLUMN capacity TEXT NOT NULL DEFAULT '' CHECK (capacity IN ('', 'director', 'on_behalf'));
