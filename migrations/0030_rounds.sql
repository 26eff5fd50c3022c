-- A monitoring round while it is worked on. At its first publication it becomes the row `round` of the public record.
-- Days of deadlines are included.
CREATE TABLE round_plan (
  id uuid PRIMARY KEY,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  codebook_id uuid NOT NULL REFERENCES codebook ON DELETE RESTRICT,
  number smallint NOT NULL CHECK (number > 0),
  -- The period that it looks at.
  starts partial_date NOT NULL,
  ends partial_date NOT NULL,
  evidence_until date NOT NULL,
  coding_until date NOT NULL,
  reply_until date NOT NULL,
  publish_on date NOT NULL,
  round_id uuid REFERENCES round ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (mandate_id, number),
  CHECK (ends >= starts),
  CHECK (evidence_until <= coding_until AND coding_until <= reply_until AND reply_until <= publish_on)
);
CREATE INDEX round_plan_by_codebook ON round_plan (codebook_id);

-- One municipality's contract in a round, and how far its assessment is. Stages follow each other in this order; see
-- features/rounds/stage.ts.
CREATE TABLE assessment (
  id uuid PRIMARY KEY,
  round_plan_id uuid NOT NULL REFERENCES round_plan ON DELETE RESTRICT,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  contract_id uuid NOT NULL REFERENCES contract ON DELETE RESTRICT,
  -- The member organisation that monitors here.
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  stage text NOT NULL DEFAULT 'evidence' CHECK (stage IN (
    'evidence', 'coding', 'adjudication', 'settled', 'reply', 'reading', 'prepared', 'published')),
  -- Of two people one prepares the publication and another publishes.
  prepared_by uuid REFERENCES account ON DELETE RESTRICT,
  prepared_at timestamptz,
  publish_at timestamptz,
  published_by uuid REFERENCES account ON DELETE RESTRICT,
  published_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (round_plan_id, municipality_id),
  CHECK ((stage IN ('prepared', 'published')) = (prepared_at IS NOT NULL)),
  CHECK ((stage = 'published') = (published_at IS NOT NULL)),
  CHECK (published_by <> prepared_by)
);
CREATE INDEX assessment_by_municipality ON assessment (municipality_id, round_plan_id);
CREATE INDEX assessment_by_contract ON assessment (contract_id);
CREATE INDEX assessment_to_publish ON assessment (publish_at) WHERE stage = 'prepared';

-- Each component of the contract is a task: who gathers evidence for it.
CREATE TABLE coding_task (
  id uuid PRIMARY KEY,
  assessment_id uuid NOT NULL REFERENCES assessment ON DELETE CASCADE,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  component_id uuid NOT NULL REFERENCES component ON DELETE RESTRICT,
  monitor_id uuid REFERENCES account ON DELETE SET NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (assessment_id, component_id)
);
CREATE INDEX coding_task_by_component ON coding_task (component_id);
CREATE INDEX coding_task_by_monitor ON coding_task (monitor_id);

-- The two people who code a component, of whom one belongs to another organisation than the one that monitors.
CREATE TABLE coding_seat (
  task_id uuid NOT NULL REFERENCES coding_task ON DELETE CASCADE,
  seat smallint NOT NULL CHECK (seat IN (1, 2)),
  account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  assigned_by uuid REFERENCES account ON DELETE SET NULL,
  assigned_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (task_id, seat),
  UNIQUE (task_id, account_id)
);
CREATE INDEX coding_seat_by_account ON coding_seat (account_id);

-- Who must not gather evidence, code, adjudicate or decide disputes here: as they declared it, or as was found.
-- priority_id empty: in the whole municipality.
CREATE TABLE conflict_of_interest (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  priority_id uuid REFERENCES priority ON DELETE RESTRICT,
  since date NOT NULL,
  until date,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  declared_by uuid REFERENCES account ON DELETE SET NULL,
  declared_at timestamptz NOT NULL DEFAULT now(),
  CHECK (until >= since)
);
CREATE INDEX conflict_of_interest_by_account ON conflict_of_interest (account_id, municipality_id);
CREATE INDEX conflict_of_interest_by_municipality ON conflict_of_interest (municipality_id);
CREATE INDEX conflict_of_interest_by_priority ON conflict_of_interest (priority_id);

-- Days between which nothing is published: before an election. municipality_id empty: everywhere.
CREATE TABLE publication_freeze (
  id uuid PRIMARY KEY,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  since date NOT NULL,
  until date NOT NULL,
  reason localised NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CHECK (until >= since)
);
CREATE INDEX publication_freeze_by_municipality ON publication_freeze (municipality_id, since);

-- Mail that was sent about a deadline, so that each is sent once.
CREATE TABLE deadline_reminder (
  assessment_id uuid NOT NULL REFERENCES assessment ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  deadline text NOT NULL CHECK (deadline IN ('evidence', 'coding', 'reply', 'publication')),
  due_on date NOT NULL,
  -- Days before the deadline (negative: after it).
  days_before smallint NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (assessment_id, account_id, deadline, due_on, days_before)
);
CREATE INDEX deadline_reminder_by_account ON deadline_reminder (account_id);
