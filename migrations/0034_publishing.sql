-- What the public reads about a priority in a round beside the code, written before publication.
CREATE TABLE status_draft (
  assessment_id uuid NOT NULL REFERENCES assessment ON DELETE CASCADE,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  rationale localised NOT NULL,
  late boolean NOT NULL DEFAULT false,
  reversed boolean NOT NULL DEFAULT false,
  blocked_by text CHECK (blocked_by IN ('national-government', 'court', 'council', 'funds')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (assessment_id, priority_id)
);

-- Assessments of a round that somebody lets become public together, at once or at a set time, and what came of each.
CREATE TABLE publication_run (
  id uuid PRIMARY KEY,
  round_plan_id uuid NOT NULL REFERENCES round_plan ON DELETE RESTRICT,
  asked_by uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
  asked_at timestamptz NOT NULL,
  publish_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'called-off')),
  ended_at timestamptz,
  CHECK ((state = 'waiting') = (ended_at IS NULL))
);
CREATE INDEX publication_run_by_plan ON publication_run (round_plan_id, publish_at);
CREATE INDEX publication_run_by_person ON publication_run (asked_by);

CREATE TABLE publication_run_part (
  run_id uuid NOT NULL REFERENCES publication_run ON DELETE CASCADE,
  assessment_id uuid NOT NULL REFERENCES assessment ON DELETE CASCADE,
  outcome text CHECK (outcome IN ('published', 'published-before', 'not-prepared', 'not-theirs', 'same-person', 'frozen', 'incomplete')),
  PRIMARY KEY (run_id, assessment_id)
);
CREATE INDEX publication_run_part_by_assessment ON publication_run_part (assessment_id);

-- A correction of a published status, written by one person and published by another.
CREATE TABLE correction_draft (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  -- The version of the status that it corrects.
  corrects smallint NOT NULL CHECK (corrects > 0),
  rationale localised NOT NULL DEFAULT '{}',
  late boolean NOT NULL DEFAULT false,
  reversed boolean NOT NULL DEFAULT false,
  blocked_by text CHECK (blocked_by IN ('national-government', 'court', 'council', 'funds')),
  -- What was wrong, and why.
  reason localised NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'published', 'dropped')),
  prepared_by uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
  prepared_at timestamptz NOT NULL,
  published_by uuid REFERENCES account ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  CHECK (published_by <> prepared_by),
  CHECK ((state = 'published') = (published_by IS NOT NULL)),
  FOREIGN KEY (priority_id, round_id, corrects) REFERENCES status (priority_id, round_id, version) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX correction_draft_open ON correction_draft (priority_id, round_id) WHERE state = 'open';
CREATE INDEX correction_draft_by_municipality ON correction_draft (municipality_id, prepared_at);

-- The codes as they should have been, of the components whose code was wrong.
CREATE TABLE correction_code (
  correction_id uuid NOT NULL REFERENCES correction_draft ON DELETE CASCADE,
  component_id uuid NOT NULL REFERENCES component ON DELETE RESTRICT,
  code text NOT NULL,
  PRIMARY KEY (correction_id, component_id)
);

-- Corrections and decided disputes, the newest first: a page of the record lists them.
CREATE INDEX status_changed ON status (coalesce(published_on::text, '0000') DESC, (key::text) DESC) WHERE version > 1;

-- Part of the public record. Anyone may dispute a published status; who did is not published.
CREATE TABLE dispute (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  -- The version of the status that it disputes.
  version smallint NOT NULL CHECK (version > 0),
  ground text NOT NULL CHECK (ground IN ('factual-error', 'new-evidence', 'wording', 'not-our-competence')),
  statement localised NOT NULL,
  received_on date NOT NULL,
  due_on date NOT NULL,
  decided_on date,
  outcome text CHECK (outcome IN ('upheld', 'partly-upheld', 'rejected', 'withdrawn')),
  reason localised,
  CONSTRAINT dispute_due_check CHECK (due_on >= received_on),
  CONSTRAINT dispute_decision_check CHECK (num_nonnulls(decided_on, outcome, reason) IN (0, 3)),
  FOREIGN KEY (priority_id, round_id, version) REFERENCES status (priority_id, round_id, version) ON DELETE RESTRICT
);
CREATE INDEX dispute_by_priority ON dispute (priority_id, round_id);

-- Disputes as they come in: who sent them, and what an editor let stand in public. dispute_id: from the receipt on.
CREATE TABLE dispute_notice (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  receipt text NOT NULL UNIQUE,
  ground text NOT NULL CHECK (ground IN ('factual-error', 'new-evidence', 'wording', 'not-our-competence')),
  statement text NOT NULL CHECK (length(statement) BETWEEN 1 AND 5000),
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  name text NOT NULL DEFAULT '' CHECK (length(name) <= 200),
  email text NOT NULL DEFAULT '' CHECK (length(email) <= 254),
  file_sha256 text REFERENCES file ON DELETE RESTRICT,
  received_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'open', 'not-admitted', 'decided')),
  not_admitted_reason text NOT NULL DEFAULT '' CHECK (length(not_admitted_reason) <= 1000),
  dispute_id uuid REFERENCES dispute ON DELETE RESTRICT,
  decided_by uuid REFERENCES account ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  CHECK (state <> 'not-admitted' OR not_admitted_reason <> ''),
  CHECK ((state IN ('open', 'decided')) = (dispute_id IS NOT NULL))
);
CREATE INDEX dispute_notice_by_municipality ON dispute_notice (municipality_id, received_at);
CREATE INDEX dispute_notice_by_priority ON dispute_notice (priority_id, round_id);
