-- Gatherings: what the network holds besides listening sessions and candidates' forums, from the first plan to what came of
-- its conclusions. Planned in work tables, announced from there, and copied into the public record when it is published.
ALTER TABLE event DROP CONSTRAINT event_kind_check;
ALTER TABLE event ADD CONSTRAINT event_kind_check CHECK (kind IN (
  'conference', 'forum', 'focus-group', 'training', 'meeting', 'campaign', 'listening', 'report', 'hearing', 'interview',
  'petition', 'review', 'context'
));

-- series: events of one row share the word. hall: inside the place. access: how people get in, sit and follow.
ALTER TABLE event
  ADD COLUMN series text CHECK (length(series) BETWEEN 1 AND 100),
  ADD COLUMN ends_at text CHECK (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD COLUMN hall localised,
  ADD COLUMN access localised,
  ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
  ADD COLUMN interpretation localised,
  ADD COLUMN recording_url text;
CREATE INDEX event_by_series ON event (series) WHERE series IS NOT NULL;

CREATE TABLE event_topic (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  statement localised NOT NULL,
  UNIQUE (event_id, position)
);

-- Who holds, helps and pays: an organisation of the record, a donor of it, or a name.
CREATE TABLE event_party (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  role text NOT NULL CHECK (role IN ('organiser', 'partner', 'supporter')),
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  donor_id uuid REFERENCES donor ON DELETE RESTRICT,
  name localised,
  through localised,
  UNIQUE (event_id, position),
  CONSTRAINT event_party_name_check CHECK (num_nonnulls(organisation_id, donor_id, name) = 1)
);
CREATE INDEX event_party_by_organisation ON event_party (organisation_id);
CREATE INDEX event_party_by_donor ON event_party (donor_id);

-- A point of the programme. track: of several that run at once.
CREATE TABLE event_item (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  held_on date,
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends_at text CHECK (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  track localised,
  hall localised,
  title localised NOT NULL,
  summary localised,
  UNIQUE (event_id, position)
);

-- The municipalities that took part, and who of the town hall where that is known.
CREATE TABLE event_municipality (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  attendance text NOT NULL CHECK (attendance IN ('on-site', 'online', 'unknown')),
  represented_by localised,
  UNIQUE (event_id, municipality_id)
);
CREATE INDEX event_municipality_by_municipality ON event_municipality (municipality_id);

-- role: what somebody did there; empty where the sources say only that they took part. item_id: at which point of the
-- programme. capacity stays what they were at that time.
ALTER TABLE event_person
  ADD COLUMN role text CHECK (role IN ('speaker', 'moderator', 'guest')),
  ADD COLUMN item_id uuid REFERENCES event_item ON DELETE RESTRICT,
  ADD COLUMN organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  ADD COLUMN municipality_id uuid REFERENCES municipality ON DELETE RESTRICT;
CREATE INDEX event_person_by_item ON event_person (item_id);
CREATE INDEX event_person_by_organisation ON event_person (organisation_id);
CREATE INDEX event_person_by_municipality ON event_person (municipality_id);

-- sha256: of the file as it came; copy_sha256: of what everyone may have of it.
CREATE TABLE event_document (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  kind text NOT NULL CHECK (kind IN ('programme', 'invitation', 'presentation', 'minutes', 'press-release', 'report', 'other')),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  title localised NOT NULL,
  url text,
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  copy_sha256 text CHECK (copy_sha256 ~ '^[0-9a-f]{64}$'),
  UNIQUE (event_id, position),
  CONSTRAINT event_document_place_check CHECK (num_nonnulls(url, copy_sha256) > 0)
);

-- Who follows a conclusion up, and until when.
ALTER TABLE conclusion
  ADD COLUMN followed_up_by localised,
  ADD COLUMN due_on partial_date;

-- What came of a conclusion; later rows stand beside earlier ones.
CREATE TABLE conclusion_outcome (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  conclusion_id uuid NOT NULL REFERENCES conclusion ON DELETE CASCADE,
  dated partial_date NOT NULL,
  statement localised NOT NULL,
  contract_id uuid REFERENCES contract ON DELETE RESTRICT,
  priority_id uuid REFERENCES priority ON DELETE RESTRICT,
  signature_id uuid REFERENCES signature ON DELETE RESTRICT,
  CONSTRAINT conclusion_outcome_link_check CHECK (num_nonnulls(contract_id, priority_id, signature_id) <= 1)
);
CREATE INDEX conclusion_outcome_by_conclusion ON conclusion_outcome (conclusion_id);
CREATE INDEX conclusion_outcome_by_contract ON conclusion_outcome (contract_id);
CREATE INDEX conclusion_outcome_by_priority ON conclusion_outcome (priority_id);
CREATE INDEX conclusion_outcome_by_signature ON conclusion_outcome (signature_id);

-- Counts also by how people took part, where from, and for what kind of organisation; a row counts by one of these, or by
-- sex and age band together.
ALTER TABLE event_attendance
  ADD COLUMN mode text CHECK (mode IN ('on-site', 'online')),
  ADD COLUMN municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  ADD COLUMN organisation_kind text CHECK (organisation_kind IN (
    'civil-society', 'town-hall', 'state', 'media', 'business', 'education', 'donor', 'none', 'other'
  )),
  DROP CONSTRAINT event_attendance_group_check,
  ADD CONSTRAINT event_attendance_group_check
    CHECK (num_nonnulls(sex, social_group, mode, municipality_id, organisation_kind) = 1);
CREATE INDEX event_attendance_by_municipality ON event_attendance (municipality_id);

-- The plan of an event. municipality_id empty: of the whole network. Everyone sees it from 'announced' on, under its key.
CREATE TABLE event_plan (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('conference', 'forum', 'focus-group', 'training', 'meeting', 'campaign')),
  series text CHECK (length(series) BETWEEN 1 AND 100),
  title localised NOT NULL,
  summary localised NOT NULL DEFAULT '{}',
  binding_language text NOT NULL DEFAULT 'sq' CHECK (binding_language IN ('sq', 'en')),
  mode text NOT NULL CHECK (mode IN ('on-site', 'online', 'both')),
  starts_on date NOT NULL,
  starts_at text NOT NULL CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends_on date NOT NULL,
  ends_at text NOT NULL CHECK (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place localised NOT NULL DEFAULT '{}',
  hall localised NOT NULL DEFAULT '{}',
  access localised NOT NULL DEFAULT '{}',
  -- Shown to those registered for taking part online, near the time.
  online_url text NOT NULL DEFAULT '' CHECK (length(online_url) <= 500),
  languages text[] NOT NULL DEFAULT '{sq}',
  interpretation localised NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'announced', 'cancelled', 'published')),
  cancel_reason localised NOT NULL DEFAULT '{}',
  -- Raised when what the registered must be told has changed: it is the SEQUENCE of the calendar's entry.
  sequence integer NOT NULL DEFAULT 0,
  -- After it.
  minutes localised NOT NULL DEFAULT '{}',
  recording_url text NOT NULL DEFAULT '' CHECK (length(recording_url) <= 500),
  press_release localised NOT NULL DEFAULT '{}',
  event_id uuid REFERENCES event ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((ends_on, ends_at) > (starts_on, starts_at)),
  CHECK ((state = 'published') = (event_id IS NOT NULL)),
  CHECK (state <> 'cancelled' OR cancel_reason <> '{}')
);
CREATE INDEX event_plan_by_time ON event_plan (starts_on, id);
CREATE INDEX event_plan_by_organisation ON event_plan (organisation_id, starts_on);
CREATE INDEX event_plan_by_municipality ON event_plan (municipality_id, starts_on);

CREATE TABLE event_plan_topic (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES event_plan ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  statement localised NOT NULL
);
CREATE INDEX event_plan_topic_by_plan ON event_plan_topic (plan_id, position);

CREATE TABLE event_plan_party (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES event_plan ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  role text NOT NULL CHECK (role IN ('organiser', 'partner', 'supporter')),
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  donor_id uuid REFERENCES donor ON DELETE RESTRICT,
  name localised,
  through localised,
  CHECK (num_nonnulls(organisation_id, donor_id, name) = 1)
);
CREATE INDEX event_plan_party_by_plan ON event_plan_party (plan_id, position);

CREATE TABLE event_plan_item (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES event_plan ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  held_on date NOT NULL,
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends_at text CHECK (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  track localised NOT NULL DEFAULT '{}',
  hall localised NOT NULL DEFAULT '{}',
  title localised NOT NULL,
  summary localised NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX event_plan_item_by_plan ON event_plan_item (plan_id, position);

-- person_id: of the record; name: of somebody who is not in it yet. item_id empty: at the whole event.
CREATE TABLE event_plan_person (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES event_plan ON DELETE CASCADE,
  item_id uuid REFERENCES event_plan_item ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  person_id uuid REFERENCES person ON DELETE RESTRICT,
  name text CHECK (length(name) BETWEEN 1 AND 200),
  role text NOT NULL CHECK (role IN ('speaker', 'moderator', 'guest')),
  capacity localised NOT NULL DEFAULT '{}',
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  attendance text NOT NULL DEFAULT 'unknown' CHECK (attendance IN ('on-site', 'online', 'unknown')),
  CHECK (num_nonnulls(person_id, name) = 1)
);
CREATE INDEX event_plan_person_by_plan ON event_plan_person (plan_id, position);
CREATE INDEX event_plan_person_by_item ON event_plan_person (item_id);

CREATE TABLE event_plan_document (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES event_plan ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  kind text NOT NULL CHECK (kind IN ('programme', 'invitation', 'presentation', 'minutes', 'press-release', 'report', 'other')),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  title localised NOT NULL,
  original_sha256 text NOT NULL REFERENCES file ON DELETE RESTRICT,
  copy_sha256 text REFERENCES file ON DELETE RESTRICT,
  shown boolean NOT NULL DEFAULT false
);
CREATE INDEX event_plan_document_by_plan ON event_plan_document (plan_id, position);

CREATE TABLE event_plan_photo (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES event_plan ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  original_sha256 text NOT NULL REFERENCES file ON DELETE RESTRICT,
  copy_sha256 text NOT NULL REFERENCES file ON DELETE RESTRICT,
  alt localised NOT NULL,
  credit text NOT NULL DEFAULT '' CHECK (length(credit) <= 200),
  consent text NOT NULL CHECK (consent IN ('given', 'nobody', 'not-given')),
  consent_note text NOT NULL DEFAULT '' CHECK (length(consent_note) <= 1000),
  UNIQUE (plan_id, original_sha256)
);

CREATE TABLE event_plan_conclusion (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES event_plan ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  statement localised NOT NULL,
  followed_up_by localised NOT NULL DEFAULT '{}',
  due_on partial_date,
  conclusion_id uuid REFERENCES conclusion ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX event_plan_conclusion_by_plan ON event_plan_conclusion (plan_id, position);
