-- Corrections of events: what an event says since it was corrected stands in rows of the next version, with the reason; what it
-- said before stays. And since when its numbers are as they are, and whose word they are.
ALTER TABLE event
  ADD COLUMN counted_on date,
  ADD CONSTRAINT event_counted_check CHECK (counted_on IS NULL OR participants IS NOT NULL),
  DROP CONSTRAINT event_participants_is_check,
  -- told: who held it says so, and nothing was counted by.
  ADD CONSTRAINT event_participants_is_check CHECK (participants_is IN ('exact', 'about', 'at-least', 'told'));

-- Part of the public record. Version 1 stands in the event itself; the highest version holds.
CREATE TABLE event_correction (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE RESTRICT,
  version smallint NOT NULL CHECK (version > 1),
  corrected_on date NOT NULL,
  reason localised NOT NULL,
  kind text NOT NULL CHECK (kind IN (
    'conference', 'forum', 'focus-group', 'training', 'meeting', 'campaign', 'listening', 'report', 'hearing', 'interview',
    'petition', 'review'
  )),
  title localised NOT NULL,
  summary localised,
  starts partial_date NOT NULL,
  ends partial_date,
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends_at text CHECK (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place localised,
  hall localised,
  access localised,
  online boolean NOT NULL DEFAULT false,
  languages text[] NOT NULL DEFAULT '{}',
  interpretation localised,
  recording_url text,
  participants integer CHECK (participants >= 0),
  participants_is text CHECK (participants_is IN ('exact', 'about', 'at-least', 'told')),
  counted_on date,
  UNIQUE (event_id, version),
  CONSTRAINT event_correction_together_check CHECK ((participants IS NULL) = (participants_is IS NULL)),
  CONSTRAINT event_correction_counted_check CHECK (counted_on IS NULL OR participants IS NOT NULL)
);
CREATE INDEX event_correction_by_time ON event_correction (corrected_on, key);

-- Parts of an event: of each version all of them.
ALTER TABLE event_topic
  ADD COLUMN version smallint NOT NULL DEFAULT 1 CHECK (version > 0),
  DROP CONSTRAINT event_topic_event_id_position_key,
  ADD UNIQUE (event_id, version, position);
ALTER TABLE event_party
  ADD COLUMN version smallint NOT NULL DEFAULT 1 CHECK (version > 0),
  DROP CONSTRAINT event_party_event_id_position_key,
  ADD UNIQUE (event_id, version, position);
ALTER TABLE event_item
  ADD COLUMN version smallint NOT NULL DEFAULT 1 CHECK (version > 0),
  DROP CONSTRAINT event_item_event_id_position_key,
  ADD UNIQUE (event_id, version, position);
ALTER TABLE event_municipality
  ADD COLUMN version smallint NOT NULL DEFAULT 1 CHECK (version > 0),
  DROP CONSTRAINT event_municipality_event_id_municipality_id_key,
  ADD UNIQUE (event_id, version, municipality_id);
ALTER TABLE event_person
  ADD COLUMN version smallint NOT NULL DEFAULT 1 CHECK (version > 0);
DROP INDEX event_person_by_event;
CREATE INDEX event_person_by_event ON event_person (event_id, version, position);
ALTER TABLE event_attendance
  ADD COLUMN version smallint NOT NULL DEFAULT 1 CHECK (version > 0);
DROP INDEX event_attendance_by_event;
CREATE INDEX event_attendance_by_event ON event_attendance (event_id, version, key);
ALTER TABLE event_document
  ADD COLUMN version smallint NOT NULL DEFAULT 1 CHECK (version > 0),
  DROP CONSTRAINT event_document_event_id_position_key,
  ADD UNIQUE (event_id, version, position);
ALTER TABLE event_text
  ADD COLUMN version smallint NOT NULL DEFAULT 1 CHECK (version > 0),
  DROP CONSTRAINT event_text_event_id_kind_key,
  ADD UNIQUE (event_id, version, kind);

-- Everything that events have said, and what they say since their last correction: read in place of `event` wherever one is shown.
CREATE VIEW event_version AS
  SELECT id, key, municipality_id, unit_id, mandate_id, series, 1::smallint AS version, NULL::date AS corrected_on,
    NULL::localised AS reason, kind, title, summary, starts, ends, starts_at, ends_at, place, hall, access, online, languages,
    interpretation, recording_url, participants, participants_is, participants_note, counted_on
  FROM event
  UNION ALL
  SELECT event.id, event.key, event.municipality_id, event.unit_id, event.mandate_id, event.series, own.version,
    own.corrected_on, own.reason, own.kind, own.title, own.summary, own.starts, own.ends, own.starts_at, own.ends_at,
    own.place, own.hall, own.access, own.online, own.languages, own.interpretation, own.recording_url, own.participants,
    own.participants_is, NULL::localised, own.counted_on
  FROM event_correction own JOIN event ON event.id = own.event_id;

CREATE VIEW event_now AS
  SELECT * FROM event_version one
  WHERE NOT EXISTS (
    SELECT FROM event_correction later WHERE later.event_id = one.id AND later.version > one.version
  );

-- A published plan that is open for a correction, and all of it as it was when it was opened.
ALTER TABLE event_plan
  ADD COLUMN reopened_at timestamptz,
  ADD COLUMN before_reopening jsonb CHECK (jsonb_typeof(before_reopening) = 'object'),
  ADD CONSTRAINT event_plan_reopened_check CHECK (
    (reopened_at IS NULL) = (before_reopening IS NULL) AND (reopened_at IS NULL OR state = 'published')
  );
-- Of a party and a document, which can be changed too.
ALTER TABLE event_plan_party ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE event_plan_document ADD COLUMN version integer NOT NULL DEFAULT 1;
