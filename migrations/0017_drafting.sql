-- A contract while it is written. At its publication, or its first signature if that comes earlier, it is frozen and becomes
-- rows of the public record (contract, priority, component).
CREATE TABLE contract_draft (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  binding_language text NOT NULL DEFAULT 'sq' CHECK (binding_language IN ('sq', 'en')),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'frozen')),
  -- The version that was handed in, and from approval on the one that can be published and signed.
  version_number integer,
  -- What the coordinator wrote when sending the last one back.
  returned_note text NOT NULL DEFAULT '' CHECK (length(returned_note) <= 2000),
  contract_id uuid REFERENCES contract ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (municipality_id, mandate_id),
  CHECK ((state = 'draft') = (version_number IS NULL)),
  CHECK ((state = 'frozen') = (contract_id IS NOT NULL))
);

CREATE TABLE draft_priority (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL REFERENCES contract_draft ON DELETE CASCADE,
  municipality_id uuid NOT NULL,
  candidate_id uuid,
  position integer NOT NULL CHECK (position > 0),
  -- Empty while nobody has chosen one: the checklist asks for it.
  field_id uuid REFERENCES field ON DELETE RESTRICT,
  heading localised NOT NULL,
  statement localised NOT NULL,
  coverage text CHECK (coverage IN ('municipality', 'units', 'listed')),
  directorate text NOT NULL DEFAULT '' CHECK (length(directorate) <= 200),
  -- Why it stays in the contract although it cannot be tested; public.
  untested_reason localised NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (draft_id, position),
  FOREIGN KEY (municipality_id, candidate_id) REFERENCES candidate_priority ON DELETE RESTRICT
);
CREATE UNIQUE INDEX draft_priority_by_candidate ON draft_priority (draft_id, candidate_id);

-- The units, or places inside them, that a priority with coverage 'listed' names. locality '': the whole unit.
CREATE TABLE draft_place (
  priority_id uuid NOT NULL REFERENCES draft_priority ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES administrative_unit ON DELETE RESTRICT,
  locality text NOT NULL DEFAULT '' CHECK (length(locality) <= 100),
  PRIMARY KEY (priority_id, unit_id, locality)
);

CREATE TABLE draft_component (
  id uuid PRIMARY KEY,
  priority_id uuid NOT NULL REFERENCES draft_priority ON DELETE CASCADE,
  position integer NOT NULL CHECK (position > 0),
  statement localised NOT NULL,
  -- What would show it done.
  shown_by localised NOT NULL,
  due partial_date,
  testable text NOT NULL CHECK (testable IN ('yes', 'partly', 'no')),
  competence text NOT NULL CHECK (competence IN ('own', 'shared', 'national')),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (priority_id, position)
);

-- What the contract said at one moment: canonical JSON and its SHA-256. Versions are only ever added.
CREATE TABLE contract_version (
  draft_id uuid NOT NULL REFERENCES contract_draft ON DELETE RESTRICT,
  number integer NOT NULL CHECK (number > 0),
  body text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  author uuid REFERENCES account ON DELETE SET NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (draft_id, number)
);
ALTER TABLE contract_draft ADD FOREIGN KEY (id, version_number) REFERENCES contract_version (draft_id, number);

CREATE FUNCTION refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'versions of a contract are only ever added' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER contract_version_is_kept BEFORE UPDATE OF draft_id, number, body, sha256, note, made_at OR DELETE
  ON contract_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_version_change();

-- What members say to each other about the contract or one of its priorities. thread_id: the comment that began the thread,
-- which also carries whether it is resolved.
CREATE TABLE contract_comment (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL REFERENCES contract_draft ON DELETE CASCADE,
  thread_id uuid NOT NULL REFERENCES contract_comment ON DELETE CASCADE,
  -- The priority as it stood then; it may have been taken out since.
  priority_id uuid,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  author uuid REFERENCES account ON DELETE SET NULL,
  written_at timestamptz NOT NULL,
  resolved_by uuid REFERENCES account ON DELETE SET NULL,
  resolved_at timestamptz
);
CREATE INDEX contract_comment_by_draft ON contract_comment (draft_id, written_at);
CREATE INDEX contract_comment_by_thread ON contract_comment (thread_id);
CREATE INDEX contract_comment_by_author ON contract_comment (author);
CREATE INDEX contract_version_by_author ON contract_version (author);
