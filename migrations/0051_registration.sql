-- Registration for gatherings: what the organiser asks and how many places there are, who has one, who waits, and who came.
-- Persons stand here until some days after the event; counts stay.

-- confirm_hours: who moves up from the waiting list must say within so many hours that they come; empty: need not.
-- asks: the figures that the form asks about. told_*: what of the plan the registered have been told.
CREATE TABLE registration_plan (
  plan_id uuid PRIMARY KEY REFERENCES event_plan ON DELETE CASCADE,
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  confirm_hours smallint CHECK (confirm_hours BETWEEN 1 AND 336),
  keep_days smallint NOT NULL DEFAULT 30 CHECK (keep_days BETWEEN 1 AND 365),
  asks text[] NOT NULL DEFAULT '{}'
    CHECK (asks <@ ARRAY['sex', 'age-band', 'municipality', 'organisation-kind', 'access-needs']),
  questions jsonb NOT NULL DEFAULT '[]',
  online_people integer CHECK (online_people BETWEEN 0 AND 1000000),
  online_basis text CHECK (online_basis IN ('entered', 'imported')),
  told_sequence integer NOT NULL DEFAULT 0,
  told_cancelled boolean NOT NULL DEFAULT false,
  needs_deleted_at timestamptz,
  forgotten_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (opens_at < closes_at),
  CHECK ((online_people IS NULL) = (online_basis IS NULL))
);
CREATE INDEX registration_plan_kept ON registration_plan (plan_id) WHERE forgotten_at IS NULL;

-- One row for each way of taking part that can be registered for: who registers or cancels waits for this row. capacity
-- empty: as many as come. next_number: the place in the order that the next one gets.
CREATE TABLE registration_mode (
  plan_id uuid NOT NULL REFERENCES registration_plan ON DELETE CASCADE,
  mode text NOT NULL CHECK (mode IN ('on-site', 'online')),
  capacity integer CHECK (capacity BETWEEN 0 AND 100000),
  next_number integer NOT NULL DEFAULT 1,
  PRIMARY KEY (plan_id, mode)
);

-- offered: moved up, and has to say until offered_until that they come. lapsed: has not said so.
CREATE TABLE registration (
  plan_id uuid NOT NULL REFERENCES registration_plan ON DELETE CASCADE,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('on-site', 'online')),
  number integer NOT NULL CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('place', 'offered', 'waiting', 'cancelled', 'lapsed')),
  offered_until timestamptz,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email text NOT NULL CHECK (length(email) <= 254),
  email_folded text NOT NULL CHECK (length(email_folded) <= 254),
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  link_sha256 text NOT NULL UNIQUE CHECK (link_sha256 ~ '^[0-9a-f]{64}$'),
  code_sha256 text NOT NULL CHECK (code_sha256 ~ '^[0-9a-f]{64}$'),
  answers jsonb NOT NULL DEFAULT '{}',
  sex text CHECK (sex IN ('women', 'men', 'not-stated')),
  age_band text CHECK (age_band IN ('under-18', '18-29', '30-44', '45-64', '65-plus', 'not-stated')),
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  organisation_kind text CHECK (organisation_kind IN (
    'civil-society', 'town-hall', 'state', 'media', 'business', 'education', 'donor', 'none', 'other'
  )),
  access_needs text NOT NULL DEFAULT '' CHECK (length(access_needs) <= 1000),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  arrived_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (plan_id, id),
  UNIQUE (plan_id, mode, number),
  CHECK ((state = 'offered') = (offered_until IS NOT NULL))
);
CREATE UNIQUE INDEX registration_once ON registration (plan_id, email_folded)
  WHERE state IN ('place', 'offered', 'waiting');
CREATE INDEX registration_held ON registration (plan_id, mode) WHERE state IN ('place', 'offered');
CREATE INDEX registration_waiting ON registration (plan_id, mode, number) WHERE state = 'waiting';
CREATE INDEX registration_offered ON registration (offered_until) WHERE state = 'offered';
CREATE INDEX registration_by_municipality ON registration (municipality_id);

-- What was written to somebody once and must not be written again.
CREATE TABLE registration_notice (
  plan_id uuid NOT NULL,
  registration_id uuid NOT NULL,
  kind text NOT NULL CHECK (length(kind) <= 40),
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (plan_id, registration_id, kind),
  FOREIGN KEY (plan_id, registration_id) REFERENCES registration ON DELETE CASCADE
);

-- What was done at the door, under the number that the device gave it. device_at: by the device's clock; happened_at: by ours.
-- walk-in: somebody without a registration. target_id: of undo, the walk-in that it takes back.
CREATE TABLE door_act (
  plan_id uuid NOT NULL REFERENCES registration_plan ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('in', 'undo', 'walk-in')),
  registration_id uuid,
  target_id uuid,
  device text NOT NULL CHECK (length(device) BETWEEN 1 AND 40),
  device_at timestamptz NOT NULL,
  happened_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  entered_by uuid REFERENCES account ON DELETE SET NULL,
  PRIMARY KEY (plan_id, id),
  FOREIGN KEY (plan_id, registration_id) REFERENCES registration ON DELETE CASCADE,
  CHECK ((kind = 'walk-in') = (num_nonnulls(registration_id, target_id) = 0)),
  CHECK (num_nonnulls(registration_id, target_id) <= 1)
);
CREATE INDEX door_act_by_registration ON door_act (plan_id, registration_id);
CREATE INDEX door_act_by_account ON door_act (entered_by);

-- How many came, kept when the persons are forgotten. group_key: of the dimension; '' for everyone.
CREATE TABLE registration_count (
  plan_id uuid NOT NULL REFERENCES registration_plan ON DELETE CASCADE,
  dimension text NOT NULL CHECK (dimension IN ('all', 'sex', 'age-band', 'municipality', 'organisation-kind')),
  group_key text NOT NULL,
  people integer NOT NULL CHECK (people >= 0),
  PRIMARY KEY (plan_id, dimension, group_key)
);

-- A file beside the text of a message: the entry for a calendar.
ALTER TABLE mail_outbox
  ADD COLUMN attachment_name text CHECK (attachment_name ~ '^[a-z0-9.-]{1,60}$'),
  ADD COLUMN attachment_type text CHECK (length(attachment_type) <= 100),
  ADD COLUMN attachment_text text CHECK (length(attachment_text) <= 100000),
  ADD CHECK (num_nonnulls(attachment_name, attachment_type, attachment_text) IN (0, 3));

-- Counts of a gathering by sex alone or by age alone, too: of few people, both together would hide nearly all.
ALTER TABLE event_attendance
  DROP CONSTRAINT event_attendance_age_check,
  DROP CONSTRAINT event_attendance_group_check,
  ADD CONSTRAINT event_attendance_group_check CHECK (
    num_nonnulls(coalesce(sex, age_band), social_group, mode, municipality_id, organisation_kind) = 1
  );
