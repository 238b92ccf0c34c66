-- The statement's text as it was when the answer was given: a changed promise is not kept by what was said of the former words.
-- '': said before texts were kept; it is filled in when the next version comes into force.
ALTER TABLE guideline_state ADD COLUMN words TEXT NOT NULL DEFAULT '';
