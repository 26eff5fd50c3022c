-- Corrections and notes say in which language they were typed; a photograph can be taken back from the public.

ALTER TABLE listening_session
  ADD COLUMN counts_note_language text NOT NULL DEFAULT 'sq' CHECK (counts_note_language IN ('sq', 'en'));

-- The photograph's row stays in the record, its picture does not: who could be recognised took the consent back.
CREATE TABLE photo_withdrawal (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  photo_id uuid NOT NULL UNIQUE REFERENCES event_photo ON DELETE RESTRICT,
  withdrawn_on date NOT NULL
);
