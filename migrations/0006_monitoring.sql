-- Codebooks are data: the codes a coder may give, the statuses derived from them, and the derivation itself.
-- mapping: ordered rules, first that holds decides (see features/monitoring/derivation.ts).
CREATE TABLE codebook (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  name localised NOT NULL,
  about localised NOT NULL,
  valid_from partial_date NOT NULL,
  mapping jsonb NOT NULL CHECK (jsonb_typeof(mapping) = 'array')
);

CREATE TABLE codebook_code (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  codebook_id uuid NOT NULL REFERENCES codebook ON DELETE RESTRICT,
  code text NOT NULL,
  position smallint NOT NULL,
  rank smallint,
  name localised NOT NULL,
  definition localised NOT NULL,
  entry_rule localised,
  UNIQUE (codebook_id, code)
);

CREATE TABLE round (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  codebook_id uuid NOT NULL REFERENCES codebook ON DELETE RESTRICT,
  number smallint NOT NULL CHECK (number > 0),
  starts partial_date NOT NULL,
  ends partial_date NOT NULL,
  published_on partial_date,
  UNIQUE (mandate_id, number)
);

-- A status as published. A published row is never changed: a correction or a decided dispute is the next version.
CREATE TABLE status (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  version smallint NOT NULL DEFAULT 1 CHECK (version > 0),
  kind text NOT NULL CHECK (kind IN ('assessment', 'correction', 'dispute')),
  status text NOT NULL CHECK (status IN ('fully', 'partly', 'not', 'no-data', 'not-assessable')),
  initiated boolean NOT NULL DEFAULT false,
  late boolean NOT NULL DEFAULT false,
  reversed boolean NOT NULL DEFAULT false,
  contested boolean NOT NULL DEFAULT false,
  blocked_by text CHECK (blocked_by IN ('national-government', 'court', 'council', 'funds')),
  rationale localised,
  reason localised,
  published_on partial_date,
  UNIQUE (priority_id, round_id, version),
  CHECK ((version = 1) = (kind = 'assessment')),
  CHECK (version = 1 OR reason IS NOT NULL)
);
CREATE INDEX status_by_round ON status (round_id, priority_id);

-- The adjudicated code of one component, of which the status of that round and version is derived.
CREATE TABLE component_code (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  component_id uuid NOT NULL REFERENCES component ON DELETE RESTRICT,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  version smallint NOT NULL DEFAULT 1 CHECK (version > 0),
  code text NOT NULL,
  rationale localised,
  UNIQUE (component_id, round_id, version)
);
CREATE INDEX component_code_by_round ON component_code (round_id);

CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  component_id uuid REFERENCES component ON DELETE RESTRICT,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  class text NOT NULL CHECK (class IN ('E1', 'E2', 'E3', 'E4', 'E5')),
  stance text NOT NULL CHECK (stance IN ('supports', 'contradicts', 'neutral')),
  dated partial_date NOT NULL,
  title localised NOT NULL,
  publisher text,
  url text,
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE INDEX evidence_by_priority ON evidence (priority_id, round_id);

-- The municipality's reply to a round, overall (priority empty) or to one priority. answer empty: it was asked and was silent.
CREATE TABLE reply (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  priority_id uuid REFERENCES priority ON DELETE RESTRICT,
  requested_on date NOT NULL,
  due_on date NOT NULL,
  replied_on date,
  person_id uuid REFERENCES person ON DELETE RESTRICT,
  capacity localised,
  answer localised,
  CHECK ((replied_on IS NULL) = (answer IS NULL)),
  CHECK (due_on >= requested_on)
);
CREATE INDEX reply_by_municipality ON reply (municipality_id, round_id);
CREATE INDEX reply_by_priority ON reply (priority_id);

-- Figures that the network itself published, shown as published, never recomputed.
CREATE TABLE published_figure (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  measure text NOT NULL CHECK (measure IN ('priorities', 'fully', 'partly', 'not', 'addressed', 'contracts', 'signed', 'expected', 'focus-groups', 'forums', 'citizens-met', 'people-reached')),
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid REFERENCES mandate ON DELETE RESTRICT,
  round_id uuid REFERENCES round ON DELETE RESTRICT,
  value numeric NOT NULL,
  unit text NOT NULL CHECK (unit IN ('count', 'percent')),
  qualifier text NOT NULL CHECK (qualifier IN ('exact', 'about', 'over', 'at-least')),
  out_of integer CHECK (out_of > 0),
  dated partial_date,
  label localised NOT NULL,
  note localised
);
CREATE INDEX published_figure_by_municipality ON published_figure (municipality_id);

-- Counts of the statuses in force, per municipality (empty: the network) x round x field (empty: all fields): rebuilt in the
-- transaction that changes a status, so that a page over 1,000 municipalities reads rows, not 400,000 priorities.
-- priorities: those in the record for that contract; a status missing for a round is 'not assessed'.
CREATE TABLE tally (
  round_id uuid NOT NULL REFERENCES round ON DELETE CASCADE,
  municipality_id uuid REFERENCES municipality ON DELETE CASCADE,
  field_id uuid REFERENCES field ON DELETE CASCADE,
  priorities integer NOT NULL,
  fully integer NOT NULL,
  partly integer NOT NULL,
  not_addressed integer NOT NULL,
  no_data integer NOT NULL,
  not_assessable integer NOT NULL,
  not_assessed integer NOT NULL,
  initiated integer NOT NULL,
  contested integer NOT NULL,
  municipalities integer NOT NULL,
  -- Size of the contracts counted, frozen at signature; of one field it is not known.
  frozen_count integer,
  frozen_is text CHECK (frozen_is IN ('exact', 'at-least')),
  UNIQUE NULLS NOT DISTINCT (round_id, municipality_id, field_id)
);
CREATE INDEX tally_by_municipality ON tally (municipality_id, round_id);
