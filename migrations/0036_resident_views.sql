-- "Is it so where you live?": one answer per person and round, which they may change. Never part of a status.
-- person_sha256: of a secret that stays in the person's browser, or of their account, together with what is answered, so that
-- the answers of one person cannot be put together.
CREATE TABLE resident_view (
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  id uuid NOT NULL,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  person_sha256 text NOT NULL CHECK (person_sha256 ~ '^[0-9a-f]{64}$'),
  account_id uuid REFERENCES account ON DELETE CASCADE,
  answer text NOT NULL CHECK (answer IN ('yes', 'partly', 'no', 'do-not-know')),
  unit_id uuid REFERENCES administrative_unit ON DELETE RESTRICT,
  sentence text NOT NULL DEFAULT '' CHECK (length(sentence) <= 500),
  language text NOT NULL DEFAULT 'sq' CHECK (language IN ('sq', 'en')),
  original_sha256 text REFERENCES file ON DELETE RESTRICT,
  copy_sha256 text REFERENCES file ON DELETE RESTRICT,
  -- Of sentence and photograph: the answer counts without them.
  moderation text NOT NULL DEFAULT 'none' CHECK (moderation IN ('none', 'open', 'shown', 'withheld')),
  moderation_note text NOT NULL DEFAULT '' CHECK (length(moderation_note) <= 500),
  moderated_by uuid REFERENCES account ON DELETE SET NULL,
  answered_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, priority_id, round_id, person_sha256),
  CHECK ((moderation = 'none') = (sentence = '' AND original_sha256 IS NULL)),
  CHECK ((original_sha256 IS NULL) = (copy_sha256 IS NULL)),
  CHECK (moderation <> 'withheld' OR moderation_note <> '')
);
-- Why an editor withholds it is told to nobody outside.
CREATE INDEX resident_view_to_moderate ON resident_view (municipality_id, moderation, answered_at, id);
CREATE INDEX resident_view_by_account ON resident_view (account_id);
CREATE INDEX resident_view_by_priority ON resident_view (priority_id, round_id);
CREATE INDEX resident_view_by_unit ON resident_view (unit_id);
