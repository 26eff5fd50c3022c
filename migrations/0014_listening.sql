-- The work of listening. It becomes part of the public record (event, need) when a session is published.
CREATE TABLE listening_session (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  unit_id uuid REFERENCES administrative_unit ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('focus-group', 'community-meeting', 'interest-group', 'door-to-door', 'online', 'questionnaire')),
  held_on date NOT NULL,
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text NOT NULL DEFAULT '',
  -- How people get in: step-free, sign language, childcare, transport.
  access_notes text NOT NULL DEFAULT '',
  target_groups text[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'published', 'cancelled')),
  cancel_reason text NOT NULL DEFAULT '',
  -- Whether its date and place may be shown to everyone before it is published: posters lead there.
  announced boolean NOT NULL DEFAULT false,
  -- How people took part.
  channel text CHECK (channel IN ('on-site', 'online', 'telephone', 'on-paper', 'mixed')),
  languages text[] NOT NULL DEFAULT '{}',
  participants integer CHECK (participants BETWEEN 0 AND 100000),
  minutes text NOT NULL DEFAULT '',
  -- What the public reads about it; the minutes stay with the organisation.
  summary_sq text NOT NULL DEFAULT '',
  summary_en text NOT NULL DEFAULT '',
  -- Why the counts by sex, age band and group do not add up, where they do not.
  counts_note text NOT NULL DEFAULT '',
  -- The event that the public sees, from publication on.
  event_id uuid REFERENCES event ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'published') = (event_id IS NOT NULL)),
  CHECK (state <> 'cancelled' OR cancel_reason <> ''),
  CHECK (state NOT IN ('held', 'published') OR (channel IS NOT NULL AND participants IS NOT NULL))
);
CREATE INDEX listening_session_by_municipality ON listening_session (municipality_id, held_on, id);
CREATE INDEX listening_session_by_time ON listening_session (held_on, id);

-- Who leads it: people with an account, or the names of others whom the organisation sends.
CREATE TABLE listening_facilitator (
  session_id uuid NOT NULL REFERENCES listening_session ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  account_id uuid REFERENCES account ON DELETE CASCADE,
  name text CHECK (length(name) BETWEEN 1 AND 200),
  PRIMARY KEY (session_id, position),
  CHECK (num_nonnulls(account_id, name) = 1)
);
CREATE INDEX listening_facilitator_by_account ON listening_facilitator (account_id);

-- How many people of each kind came, never who. Of each count either sex and age band, or one group, is named.
CREATE TABLE listening_attendance (
  session_id uuid NOT NULL REFERENCES listening_session ON DELETE CASCADE,
  sex text CHECK (sex IN ('women', 'men', 'not-stated')),
  age_band text CHECK (age_band IN ('under-18', '18-29', '30-44', '45-64', '65-plus', 'not-stated')),
  social_group text CHECK (length(social_group) BETWEEN 1 AND 40),
  people integer NOT NULL CHECK (people BETWEEN 1 AND 100000),
  CHECK (num_nonnulls(sex, age_band) IN (0, 2) AND (sex IS NULL) <> (social_group IS NULL))
);
CREATE UNIQUE INDEX listening_attendance_once
  ON listening_attendance (session_id, coalesce(sex, ''), coalesce(age_band, ''), coalesce(social_group, ''));

CREATE TABLE listening_photo (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES listening_session ON DELETE CASCADE,
  position integer NOT NULL CHECK (position > 0),
  original_sha256 text NOT NULL REFERENCES file (sha256) ON DELETE RESTRICT,
  copy_sha256 text NOT NULL REFERENCES file (sha256) ON DELETE RESTRICT,
  alt_sq text NOT NULL CHECK (length(alt_sq) BETWEEN 1 AND 300),
  alt_en text NOT NULL DEFAULT '',
  -- 'given': everyone who can be recognised agrees; 'nobody': nobody can be; 'not-given': for the organisation alone.
  consent text NOT NULL CHECK (consent IN ('given', 'nobody', 'not-given')),
  consent_note text NOT NULL DEFAULT '',
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (session_id, original_sha256)
);

-- A need in people's own words, as written down. need_id: the row of the public record, from publication on.
CREATE TABLE voiced_need (
  id uuid NOT NULL,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  session_id uuid REFERENCES listening_session ON DELETE RESTRICT,
  position integer NOT NULL CHECK (position > 0),
  statement text NOT NULL CHECK (length(statement) BETWEEN 1 AND 1000),
  -- The language in which it was said.
  language text NOT NULL DEFAULT 'sq' CHECK (language ~ '^[a-z]{2,3}$'),
  -- The same in the record's other language, marked as a translation wherever it is shown.
  translation text NOT NULL DEFAULT '' CHECK (length(translation) <= 1000),
  field_id uuid REFERENCES field ON DELETE RESTRICT,
  unit_id uuid REFERENCES administrative_unit ON DELETE RESTRICT,
  place text NOT NULL DEFAULT '',
  -- What kind of person spoke, never who: 'pupil', 'farmer'.
  speaker text NOT NULL DEFAULT '',
  review text NOT NULL DEFAULT 'open' CHECK (review IN ('open', 'accepted', 'withheld')),
  -- Why a withheld need is not shown to the public.
  review_note text NOT NULL DEFAULT '',
  need_id uuid REFERENCES need ON DELETE RESTRICT,
  -- Of a line of a spreadsheet: the same line handed in again is the same need.
  row_key text,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, id),
  CHECK (review <> 'withheld' OR review_note <> '')
);
CREATE INDEX voiced_need_by_session ON voiced_need (session_id, position);
CREATE INDEX voiced_need_by_mandate ON voiced_need (municipality_id, mandate_id, id);
CREATE UNIQUE INDEX voiced_need_by_row ON voiced_need (municipality_id, session_id, row_key) WHERE row_key IS NOT NULL;

-- Forms that only add, each once however often its button is pressed.
CREATE TABLE handled_form (
  token uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  handled_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX handled_form_by_account ON handled_form (account_id, handled_at);

-- What of it is part of the public record.

ALTER TABLE need DROP CONSTRAINT need_channel_check;
ALTER TABLE need ADD CONSTRAINT need_channel_check CHECK (channel IN (
  'focus-group', 'community-meeting', 'interest-group', 'door-to-door', 'online', 'questionnaire',
  'monitoring-meeting', 'report-presentation', 'budget-hearing', 'forum'));
-- The language in which it was said, where that is known: the other is a translation. Words in a third language stand in
-- `original`.
ALTER TABLE need ADD COLUMN spoken_in text;
ALTER TABLE need ADD CONSTRAINT need_spoken_in_check CHECK (spoken_in ~ '^[a-z]{2,3}$');
ALTER TABLE need ADD COLUMN original text;
ALTER TABLE need ADD COLUMN speaker text;
CREATE INDEX need_by_event ON need (event_id, key);

-- A published need is never overwritten: what was wrong in it stands beside what it should have said, with the reason.
CREATE TABLE need_correction (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  need_id uuid NOT NULL REFERENCES need ON DELETE RESTRICT,
  version integer NOT NULL CHECK (version > 0),
  statement localised NOT NULL,
  reason localised NOT NULL,
  corrected_on date NOT NULL,
  UNIQUE (need_id, version)
);

CREATE TABLE event_attendance (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE RESTRICT,
  sex text CHECK (sex IN ('women', 'men', 'not-stated')),
  age_band text CHECK (age_band IN ('under-18', '18-29', '30-44', '45-64', '65-plus', 'not-stated')),
  social_group text,
  people integer NOT NULL CHECK (people > 0),
  CONSTRAINT event_attendance_age_check CHECK (num_nonnulls(sex, age_band) IN (0, 2)),
  CONSTRAINT event_attendance_group_check CHECK ((sex IS NULL) <> (social_group IS NULL))
);
CREATE INDEX event_attendance_by_event ON event_attendance (event_id, key);

-- Pictures that may be shown, by the SHA-256 of their public copy.
CREATE TABLE event_photo (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE RESTRICT,
  position smallint NOT NULL,
  copy_sha256 text NOT NULL CHECK (copy_sha256 ~ '^[0-9a-f]{64}$'),
  alt localised NOT NULL
);
CREATE INDEX event_photo_by_event ON event_photo (event_id, position);
