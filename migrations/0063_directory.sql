-- In what capacity someone signs the methodology is read in both languages.
ALTER TABLE methodology_signature DROP CONSTRAINT methodology_signature_capacity_check;
ALTER TABLE methodology_signature ALTER COLUMN capacity TYPE localised
  USING CASE WHEN capacity IS NOT NULL THEN jsonb_build_object('sq', capacity) END;
ALTER TABLE join_application
  ADD COLUMN contact_capacity_en text NOT NULL DEFAULT '' CHECK (length(contact_capacity_en) <= 200);

-- An entry that was wrong is shown no longer, and stays with the reason (directory_change).
ALTER TABLE funded_work ADD COLUMN withdrawn_on date;

-- What memberships, funded work and places said before they were changed.
ALTER TABLE directory_change DROP CONSTRAINT directory_change_subject_check;
ALTER TABLE directory_change ADD CONSTRAINT directory_change_subject_check CHECK (subject IN (
  'organisation', 'donor', 'grant_programme', 'partner', 'membership', 'funded_work', 'administrative_unit'
));
