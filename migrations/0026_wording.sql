-- Titles of candidates and reasons for setting needs aside are written in one language, and may be given in the other one too
-- ('' where nobody has): the public reads both.
ALTER TABLE candidate_priority
  ADD COLUMN title_language text NOT NULL DEFAULT 'sq' CHECK (title_language IN ('sq', 'en')),
  ADD COLUMN title_other text NOT NULL DEFAULT '' CHECK (length(title_other) <= 300);
ALTER TABLE compiled_need
  ADD COLUMN reason_language text NOT NULL DEFAULT 'sq' CHECK (reason_language IN ('sq', 'en')),
  ADD COLUMN reason_other text NOT NULL DEFAULT '' CHECK (length(reason_other) <= 500);

ALTER TABLE compiled_candidate
  ALTER COLUMN title TYPE localised USING jsonb_build_object('sq', title);
ALTER TABLE need_placement
  ALTER COLUMN reason TYPE localised
    USING CASE WHEN reason IS NULL THEN NULL ELSE jsonb_build_object('sq', reason) END;
