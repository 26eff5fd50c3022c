-- Pictures of those who hold events and speak at them, and the link by which a speaker confirms what is said of them.
ALTER TABLE event_party ADD COLUMN logo_sha256 text CHECK (logo_sha256 ~ '^[0-9a-f]{64}$');

ALTER TABLE event_person
  ADD COLUMN biography localised,
  ADD COLUMN photo_sha256 text CHECK (photo_sha256 ~ '^[0-9a-f]{64}$');

-- Public copies: drawn anew.
ALTER TABLE event_plan_party
  ADD COLUMN logo_original_sha256 text REFERENCES file ON DELETE RESTRICT,
  ADD COLUMN logo_sha256 text REFERENCES file ON DELETE RESTRICT;
CREATE INDEX event_plan_party_by_organisation ON event_plan_party (organisation_id);
CREATE INDEX event_plan_party_by_donor ON event_plan_party (donor_id);

-- name_agreed: somebody who is not of the record agreed that their name is public. confirmed_at: by the link.
ALTER TABLE event_plan_person
  ADD COLUMN name_agreed boolean NOT NULL DEFAULT false,
  ADD COLUMN biography localised NOT NULL DEFAULT '{}',
  ADD COLUMN photo_original_sha256 text REFERENCES file ON DELETE RESTRICT,
  ADD COLUMN photo_sha256 text REFERENCES file ON DELETE RESTRICT,
  ADD COLUMN confirmed_at timestamptz,
  ADD COLUMN version integer NOT NULL DEFAULT 1;
CREATE INDEX event_plan_person_by_person ON event_plan_person (person_id);
CREATE INDEX event_plan_person_by_organisation ON event_plan_person (organisation_id);
CREATE INDEX event_plan_person_by_municipality ON event_plan_person (municipality_id);

-- email: where the link went; gone with the row, a month after the event.
CREATE TABLE event_speaker_link (
  id uuid PRIMARY KEY,
  speaker_id uuid NOT NULL REFERENCES event_plan_person ON DELETE CASCADE,
  secret_sha256 text NOT NULL UNIQUE CHECK (secret_sha256 ~ '^[0-9a-f]{64}$'),
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX event_speaker_link_by_speaker ON event_speaker_link (speaker_id);
CREATE INDEX event_speaker_link_by_expiry ON event_speaker_link (expires_at);
