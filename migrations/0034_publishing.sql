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
