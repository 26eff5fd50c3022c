-- The four years between two local elections.
CREATE TABLE mandate (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  starts partial_date NOT NULL,
  ends partial_date NOT NULL
);

-- municipality empty: in all of them.
CREATE TABLE election (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  mandate_id uuid REFERENCES mandate ON DELETE RESTRICT,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('general', 'partial', 'rerun')),
  held_on partial_date NOT NULL,
  note localised
);
CREATE INDEX election_by_municipality ON election (municipality_id);

CREATE TABLE field (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  name localised NOT NULL,
  position smallint NOT NULL UNIQUE
);

-- The Social Contract of a municipality. priority_count is what is known of its size, frozen at signature: the
-- denominator of every share; whether it is exact or a lower bound is said beside it.
CREATE TABLE contract (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  starts partial_date,
  ends partial_date,
  binding_language text,
  priority_count integer CHECK (priority_count > 0),
  priority_count_is text CHECK (priority_count_is IN ('exact', 'at-least')),
  note localised,
  UNIQUE (municipality_id, mandate_id),
  CHECK ((priority_count IS NULL) = (priority_count_is IS NULL))
);
CREATE INDEX contract_by_mandate ON contract (mandate_id);

-- number: as printed in the contract ('3', '1.5'); empty where it could not be read. position orders the rows.
CREATE TABLE priority (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  contract_id uuid NOT NULL REFERENCES contract ON DELETE RESTRICT,
  field_id uuid NOT NULL REFERENCES field ON DELETE RESTRICT,
  position smallint NOT NULL CHECK (position > 0),
  number text,
  heading localised,
  statement localised NOT NULL,
  field_basis text NOT NULL CHECK (field_basis IN ('stated', 'inferred')),
  coverage text NOT NULL CHECK (coverage IN ('municipality', 'units', 'listed')),
  note localised,
  UNIQUE (contract_id, position)
);
CREATE INDEX priority_by_field ON priority (field_id);

-- The administrative units (or a place inside one) that a priority with coverage 'listed' names.
CREATE TABLE priority_place (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES administrative_unit ON DELETE RESTRICT,
  locality text
);
CREATE INDEX priority_place_by_priority ON priority_place (priority_id);
CREATE INDEX priority_place_by_unit ON priority_place (unit_id);

-- A testable statement inside a priority.
CREATE TABLE component (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  statement localised NOT NULL,
  shown_by localised,
  due partial_date,
  testable text NOT NULL CHECK (testable IN ('yes', 'partly', 'no')),
  competence text NOT NULL CHECK (competence IN ('own', 'shared', 'national')),
  UNIQUE (priority_id, position)
);

CREATE TABLE event (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('conference', 'forum', 'listening', 'meeting', 'report', 'hearing', 'interview', 'petition', 'review', 'context')),
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  unit_id uuid REFERENCES administrative_unit ON DELETE RESTRICT,
  mandate_id uuid REFERENCES mandate ON DELETE RESTRICT,
  title localised NOT NULL,
  starts partial_date NOT NULL,
  ends partial_date,
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place localised,
  online boolean NOT NULL DEFAULT false,
  participants integer CHECK (participants >= 0),
  participants_is text CHECK (participants_is IN ('exact', 'about', 'at-least')),
  summary localised,
  CHECK ((participants IS NULL) = (participants_is IS NULL))
);
CREATE INDEX event_by_time ON event (starts, key);
CREATE INDEX event_by_municipality ON event (municipality_id, starts);

CREATE TABLE event_person (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
  position smallint NOT NULL,
  capacity localised,
  attendance text NOT NULL CHECK (attendance IN ('on-site', 'online', 'unknown'))
);
CREATE INDEX event_person_by_event ON event_person (event_id);
CREATE INDEX event_person_by_person ON event_person (person_id);

CREATE TABLE conclusion (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
  position smallint NOT NULL,
  statement localised NOT NULL,
  UNIQUE (event_id, position)
);

-- A dated fact about a contract's signature, never a yes or no. occurred_on empty with known_by set: it had happened by then.
CREATE TABLE signature (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  contract_id uuid NOT NULL REFERENCES contract ON DELETE RESTRICT,
  state text NOT NULL CHECK (state IN ('invited', 'pledged', 'signed', 'declined', 'no-answer', 'expected')),
  signatory text NOT NULL CHECK (signatory IN ('candidate', 'mayor', 'council', 'organisation', 'unknown')),
  person_id uuid REFERENCES person ON DELETE RESTRICT,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  event_id uuid REFERENCES event ON DELETE RESTRICT,
  occurred_on partial_date,
  expected_on partial_date,
  known_by date,
  place localised,
  reason localised,
  scan_sha256 text CHECK (scan_sha256 ~ '^[0-9a-f]{64}$'),
  note localised,
  CHECK (occurred_on IS NOT NULL OR known_by IS NOT NULL),
  CHECK (state <> 'expected' OR expected_on IS NOT NULL)
);
CREATE INDEX signature_by_contract ON signature (contract_id);

-- What people said they need, in the record's own short words.
CREATE TABLE need (
  id uuid NOT NULL,
  key slug NOT NULL UNIQUE,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  unit_id uuid REFERENCES administrative_unit ON DELETE RESTRICT,
  mandate_id uuid REFERENCES mandate ON DELETE RESTRICT,
  field_id uuid NOT NULL REFERENCES field ON DELETE RESTRICT,
  event_id uuid REFERENCES event ON DELETE SET NULL,
  channel text NOT NULL CHECK (channel IN ('focus-group', 'monitoring-meeting', 'report-presentation', 'budget-hearing', 'forum')),
  statement localised NOT NULL,
  place text,
  voiced_on partial_date,
  note localised,
  PRIMARY KEY (id)
);
CREATE INDEX need_by_municipality ON need (municipality_id, key);
