-- Needs grouped into candidate priorities, before a contract. Each need stands in one candidate, or is set aside with a
-- public reason, or waits.
CREATE TABLE candidate_priority (
  id uuid NOT NULL,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  field_id uuid REFERENCES field ON DELETE RESTRICT,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, id)
);
CREATE INDEX candidate_priority_by_mandate ON candidate_priority (municipality_id, mandate_id);

CREATE TABLE compiled_need (
  municipality_id uuid NOT NULL,
  need_id uuid NOT NULL,
  candidate_id uuid,
  set_aside_reason text,
  PRIMARY KEY (municipality_id, need_id),
  FOREIGN KEY (municipality_id, need_id) REFERENCES voiced_need ON DELETE CASCADE,
  FOREIGN KEY (municipality_id, candidate_id) REFERENCES candidate_priority ON DELETE RESTRICT,
  CHECK ((candidate_id IS NULL) <> (set_aside_reason IS NULL)),
  CHECK (length(set_aside_reason) BETWEEN 1 AND 500)
);
CREATE INDEX compiled_need_by_candidate ON compiled_need (municipality_id, candidate_id);
