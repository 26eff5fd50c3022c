-- A contract while it is written. At its first signature it is frozen and becomes rows of the public record (contract,
-- priority, component).
CREATE TABLE contract_draft (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  binding_language text NOT NULL DEFAULT 'sq' CHECK (binding_language IN ('sq', 'en')),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'frozen')),
  contract_id uuid REFERENCES contract ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (municipality_id, mandate_id)
);

CREATE TABLE draft_priority (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL REFERENCES contract_draft ON DELETE CASCADE,
  municipality_id uuid NOT NULL,
  candidate_id uuid,
  position integer NOT NULL CHECK (position > 0),
  field_id uuid NOT NULL REFERENCES field ON DELETE RESTRICT,
  heading localised NOT NULL DEFAULT '{}',
  statement localised NOT NULL,
  coverage text NOT NULL DEFAULT 'municipality' CHECK (coverage IN ('municipality', 'units', 'listed')),
  unit_ids uuid[] NOT NULL DEFAULT '{}',
  directorate text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  UNIQUE (draft_id, position),
  FOREIGN KEY (municipality_id, candidate_id) REFERENCES candidate_priority ON DELETE RESTRICT
);
CREATE UNIQUE INDEX draft_priority_by_candidate ON draft_priority (draft_id, candidate_id);

CREATE TABLE draft_component (
  id uuid PRIMARY KEY,
  priority_id uuid NOT NULL REFERENCES draft_priority ON DELETE CASCADE,
  position integer NOT NULL CHECK (position > 0),
  statement localised NOT NULL,
  -- What would show it done.
  shown_by localised NOT NULL DEFAULT '{}',
  due partial_date,
  testable text NOT NULL CHECK (testable IN ('yes', 'partly', 'no')),
  competence text NOT NULL CHECK (competence IN ('own', 'shared', 'national')),
  UNIQUE (priority_id, position)
);
