-- Figures of the network by year: how many municipalities it says it worked in is a figure that it publishes too.
ALTER TABLE published_figure DROP CONSTRAINT published_figure_measure_check;
ALTER TABLE published_figure ADD CONSTRAINT published_figure_measure_check CHECK (measure IN (
  'priorities', 'fully', 'partly', 'not', 'addressed', 'contracts', 'signed', 'expected', 'municipalities', 'focus-groups',
  'forums', 'citizens-met', 'people-reached'
));
-- What is counted of gatherings stands in the index: the table is not read.
CREATE INDEX event_by_kind ON event (kind, starts) INCLUDE (participants, participants_is);

-- The text by which members work, version after version. What is signed is one version; sha256 is of its texts
-- (features/methodology/fingerprint.ts).
CREATE TABLE methodology_version (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  number smallint NOT NULL UNIQUE CHECK (number > 0),
  published_on date NOT NULL,
  text localised NOT NULL,
  changes localised,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

CREATE TABLE methodology_signature (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  version_id uuid NOT NULL REFERENCES methodology_version ON DELETE RESTRICT,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  signed_on date NOT NULL,
  signed_by text NOT NULL CHECK (length(signed_by) BETWEEN 1 AND 200),
  capacity text CHECK (length(capacity) <= 200),
  UNIQUE (organisation_id, version_id)
);
CREATE INDEX methodology_signature_by_version ON methodology_signature (version_id);

-- The next version while it is written: one at a time.
CREATE TABLE methodology_draft (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  text localised NOT NULL,
  changes localised NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- An organisation asks to join. Seen by coordinators once its address is confirmed. municipality_id empty: for a new
-- municipality, which place describes. blanked_at: what it said of people is no longer kept.
CREATE TABLE join_application (
  id uuid PRIMARY KEY,
  -- Number of the form that was handed out: sent twice, it applies once.
  once uuid NOT NULL UNIQUE,
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  state text NOT NULL DEFAULT 'unconfirmed'
    CHECK (state IN ('unconfirmed', 'open', 'asked', 'accepted', 'declined', 'withdrawn')),
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  place text NOT NULL DEFAULT '' CHECK (length(place) <= 200),
  place_note text NOT NULL DEFAULT '' CHECK (length(place_note) <= 2000),
  name_sq text NOT NULL CHECK (length(name_sq) <= 200),
  name_en text NOT NULL CHECK (length(name_en) <= 200),
  seat text NOT NULL CHECK (length(seat) <= 200),
  founded text NOT NULL CHECK (length(founded) <= 10),
  registration text NOT NULL CHECK (length(registration) <= 200),
  url text NOT NULL CHECK (length(url) <= 500),
  work text NOT NULL CHECK (length(work) <= 5000),
  people text NOT NULL CHECK (length(people) <= 2000),
  interests text NOT NULL CHECK (length(interests) <= 3000),
  funding text NOT NULL CHECK (length(funding) <= 3000),
  contact_name text NOT NULL CHECK (length(contact_name) <= 200),
  contact_capacity text NOT NULL CHECK (length(contact_capacity) <= 200),
  email text NOT NULL CHECK (length(email) <= 254),
  methodology_id uuid REFERENCES methodology_version ON DELETE RESTRICT,
  received_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decided_by uuid REFERENCES account ON DELETE SET NULL,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  blanked_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (municipality_id IS NOT NULL OR place <> '' OR blanked_at IS NOT NULL),
  CHECK ((state = 'accepted') = (organisation_id IS NOT NULL)),
  CHECK ((state IN ('accepted', 'declined', 'withdrawn')) = (decided_at IS NOT NULL))
);
CREATE INDEX join_application_by_state ON join_application (state, received_at, id);
CREATE INDEX join_application_by_municipality ON join_application (municipality_id);
CREATE INDEX join_application_by_methodology ON join_application (methodology_id);
CREATE INDEX join_application_by_organisation ON join_application (organisation_id);
CREATE INDEX join_application_by_decider ON join_application (decided_by);

-- What coordinators asked and the applicant answered, with the reason of a decision as the last word.
CREATE TABLE join_message (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES join_application ON DELETE CASCADE,
  side text NOT NULL CHECK (side IN ('network', 'applicant')),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 3000),
  written_at timestamptz NOT NULL
);
CREATE INDEX join_message_by_application ON join_message (application_id, written_at, id);

-- The one step of the guided start that no row shows: that people have gone through the training material.
CREATE TABLE start_mark (
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  step text NOT NULL CHECK (step IN ('training')),
  marked_by uuid REFERENCES account ON DELETE SET NULL,
  marked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, step)
);
CREATE INDEX start_mark_by_account ON start_mark (marked_by);

-- What an organisation declares for a year of who pays it and of the interests of those in charge. What was declared stays:
-- a correction is the next version, with its reason.
CREATE TABLE declaration (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  year smallint NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  version smallint NOT NULL CHECK (version > 0),
  declared_on date NOT NULL,
  interests localised NOT NULL,
  reason localised,
  UNIQUE (organisation_id, year, version),
  CONSTRAINT declaration_reason_check CHECK ((version = 1) = (reason IS NULL))
);

CREATE TABLE declaration_funding (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  declaration_id uuid NOT NULL REFERENCES declaration ON DELETE RESTRICT,
  position smallint NOT NULL CHECK (position > 0),
  funder text NOT NULL CHECK (length(funder) BETWEEN 1 AND 200),
  band text CHECK (band IN ('under-10000', '10000-50000', '50000-200000', 'over-200000')),
  -- In hundredths of the currency.
  amount bigint CHECK (amount >= 0),
  currency text CHECK (currency ~ '^[A-Z]{3}$'),
  UNIQUE (declaration_id, position),
  CONSTRAINT declaration_funding_known_check CHECK (num_nonnulls(band, amount) = 1 AND (amount IS NULL) = (currency IS NULL))
);

-- What a donor's money went into; the events that it supported stand in event_party.
CREATE TABLE funded_work (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  donor_id uuid NOT NULL REFERENCES donor ON DELETE RESTRICT,
  programme_id uuid REFERENCES grant_programme ON DELETE RESTRICT,
  event_id uuid REFERENCES event ON DELETE RESTRICT,
  round_id uuid REFERENCES round ON DELETE RESTRICT,
  report_id uuid REFERENCES monitoring_report ON DELETE RESTRICT,
  publication_id uuid REFERENCES publication ON DELETE RESTRICT,
  note localised,
  CONSTRAINT funded_work_one_check CHECK (num_nonnulls(event_id, round_id, report_id, publication_id) = 1)
);
CREATE INDEX funded_work_by_donor ON funded_work (donor_id);
CREATE INDEX funded_work_by_programme ON funded_work (programme_id);
CREATE INDEX funded_work_by_event ON funded_work (event_id);
CREATE INDEX funded_work_by_round ON funded_work (round_id);
CREATE INDEX funded_work_by_report ON funded_work (report_id);
CREATE INDEX funded_work_by_publication ON funded_work (publication_id);

-- Who works with the network and is no member of it. together: what they did together.
CREATE TABLE partner (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  name localised NOT NULL,
  kind text NOT NULL CHECK (kind IN ('civil-society', 'public-body', 'education', 'media', 'international', 'business', 'other')),
  url text,
  since partial_date,
  until partial_date,
  together localised NOT NULL
);

-- areas: what an organisation works on, people: who it consists of, in numbers and roles.
ALTER TABLE organisation
  ADD COLUMN areas localised,
  ADD COLUMN people localised;

-- What an entry of a member, donor, programme or partner said before it was changed, and why it was.
CREATE TABLE directory_change (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  subject text NOT NULL CHECK (subject IN ('organisation', 'donor', 'grant_programme', 'partner', 'membership')),
  subject_key text NOT NULL CHECK (length(subject_key) <= 200),
  number smallint NOT NULL CHECK (number > 0),
  changed_on date NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  reason localised NOT NULL,
  UNIQUE (subject, subject_key, number)
);

-- Trainings that an organisation held in a year, where no event of the record shows them.
CREATE TABLE training_count (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  year smallint NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  version smallint NOT NULL CHECK (version > 0),
  trainings integer NOT NULL CHECK (trainings > 0),
  people integer CHECK (people >= 0),
  note localised,
  UNIQUE (organisation_id, year, version)
);

-- How a member sees itself in a year, 1 to 5 in each dimension of a version of them (features/capacity/dimensions.ts). Others
-- see it where the member says so; the network's spread counts it either way.
CREATE TABLE self_assessment (
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  year smallint NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  dimensions smallint NOT NULL CHECK (dimensions > 0),
  scores jsonb NOT NULL,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 3000),
  is_public boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  assessed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, year)
);
CREATE INDEX self_assessment_by_year ON self_assessment (year);
