-- What a coder writes for a component. Until both have handed in, nobody but its coder reads it: one store asks for codes,
-- and its questions say so.
CREATE TABLE coding (
  task_id uuid NOT NULL,
  seat smallint NOT NULL,
  account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
  code text,
  rationale text NOT NULL DEFAULT '' CHECK (length(rationale) <= 5000),
  -- In which language it is written.
  language text NOT NULL DEFAULT 'sq' CHECK (language IN ('sq', 'en')),
  submitted_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (task_id, seat),
  FOREIGN KEY (task_id, seat) REFERENCES coding_seat ON DELETE RESTRICT,
  CHECK (submitted_at IS NULL OR (code IS NOT NULL AND rationale <> ''))
);
CREATE INDEX coding_by_account ON coding (account_id);

-- SHA-256 of salt and canonical coding, stored before the coding is handed in. The salt is opened when both have.
CREATE TABLE coding_commitment (
  task_id uuid NOT NULL,
  seat smallint NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  salt text NOT NULL CHECK (salt ~ '^[0-9a-f]{64}$'),
  committed_at timestamptz NOT NULL,
  PRIMARY KEY (task_id, seat),
  FOREIGN KEY (task_id, seat) REFERENCES coding ON DELETE RESTRICT
);

CREATE TABLE coding_evidence (
  task_id uuid NOT NULL,
  seat smallint NOT NULL,
  municipality_id uuid NOT NULL,
  item_id uuid NOT NULL,
  PRIMARY KEY (task_id, seat, item_id),
  FOREIGN KEY (task_id, seat) REFERENCES coding ON DELETE RESTRICT,
  FOREIGN KEY (municipality_id, item_id) REFERENCES evidence_item ON DELETE RESTRICT
);
CREATE INDEX coding_evidence_by_item ON coding_evidence (municipality_id, item_id);

-- Where a coder looked who found nothing.
CREATE TABLE coding_search (
  task_id uuid NOT NULL,
  seat smallint NOT NULL,
  position smallint NOT NULL CHECK (position > 0),
  looked_in text NOT NULL CHECK (length(looked_in) BETWEEN 1 AND 300),
  asked text NOT NULL DEFAULT '' CHECK (length(asked) <= 300),
  searched_on date NOT NULL,
  PRIMARY KEY (task_id, seat, position),
  FOREIGN KEY (task_id, seat) REFERENCES coding ON DELETE RESTRICT
);

-- The code that holds for a component: agreed by both, decided by an adjudicator, or changed after reading the reply. The
-- highest number is in force; earlier ones stay.
CREATE TABLE settled_code (
  task_id uuid NOT NULL REFERENCES coding_task ON DELETE RESTRICT,
  number smallint NOT NULL CHECK (number > 0),
  basis text NOT NULL CHECK (basis IN ('agreement', 'adjudication', 'reply')),
  code text NOT NULL,
  rationale localised NOT NULL,
  -- Written by who decided, where the coders did not agree or the reply changed it.
  reason localised,
  decided_by uuid REFERENCES account ON DELETE RESTRICT,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (task_id, number),
  CHECK ((basis = 'agreement') = (decided_by IS NULL)),
  CHECK ((basis = 'agreement') = (reason IS NULL))
);
CREATE INDEX settled_code_by_person ON settled_code (decided_by);

-- The evidence that a settled code relies on.
CREATE TABLE settled_evidence (
  task_id uuid NOT NULL,
  number smallint NOT NULL,
  municipality_id uuid NOT NULL,
  item_id uuid NOT NULL,
  PRIMARY KEY (task_id, number, item_id),
  FOREIGN KEY (task_id, number) REFERENCES settled_code ON DELETE RESTRICT,
  FOREIGN KEY (municipality_id, item_id) REFERENCES evidence_item ON DELETE RESTRICT
);
CREATE INDEX settled_evidence_by_item ON settled_evidence (municipality_id, item_id);

CREATE FUNCTION refuse_coding_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submitted_at IS NOT NULL THEN
    RAISE EXCEPTION 'codes that were handed in are never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER coding_is_kept BEFORE UPDATE OR DELETE ON coding
  FOR EACH ROW EXECUTE FUNCTION refuse_coding_change();

-- Nor is what belongs to it: the evidence relied on and the search log.
CREATE FUNCTION refuse_coding_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part record;
BEGIN
  IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
  IF EXISTS (SELECT FROM coding WHERE task_id = part.task_id AND seat = part.seat AND submitted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'codes that were handed in are never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN part;
END $$;
CREATE TRIGGER coding_evidence_is_kept BEFORE INSERT OR UPDATE OR DELETE ON coding_evidence
  FOR EACH ROW EXECUTE FUNCTION refuse_coding_part();
CREATE TRIGGER coding_search_is_kept BEFORE INSERT OR UPDATE OR DELETE ON coding_search
  FOR EACH ROW EXECUTE FUNCTION refuse_coding_part();

CREATE FUNCTION refuse_any_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER coding_commitment_is_kept BEFORE UPDATE OR DELETE ON coding_commitment
  FOR EACH ROW EXECUTE FUNCTION refuse_any_change();
CREATE TRIGGER settled_code_is_kept BEFORE UPDATE OR DELETE ON settled_code
  FOR EACH ROW EXECUTE FUNCTION refuse_any_change();
CREATE TRIGGER settled_evidence_is_kept BEFORE UPDATE OR DELETE ON settled_evidence
  FOR EACH ROW EXECUTE FUNCTION refuse_any_change();

-- Part of the public record: how far two coders agreed in a round, before anyone decided between them. Municipalities of a
-- round may be published on different days: each time a further edition counts all that are public by then.
CREATE TABLE round_agreement (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  edition smallint NOT NULL CHECK (edition > 0),
  units integer NOT NULL CHECK (units >= 0),
  agreed integer NOT NULL CHECK (agreed >= 0),
  -- Empty: cannot be computed, because all codes are alike.
  kappa numeric,
  alpha numeric,
  alpha_low numeric,
  alpha_high numeric,
  computed_on date NOT NULL,
  UNIQUE (round_id, edition),
  CONSTRAINT round_agreement_bound_check CHECK (agreed <= units)
);
-- The confusion matrix: how often the coder of the monitoring organisation (seat 1) gave one code and the coder of another
-- (seat 2) the other.
CREATE TABLE round_agreement_pair (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  agreement_id uuid NOT NULL REFERENCES round_agreement ON DELETE RESTRICT,
  first_code text NOT NULL,
  second_code text NOT NULL,
  units integer NOT NULL CHECK (units > 0),
  UNIQUE (agreement_id, first_code, second_code)
);

-- How a code of the record came about: both coders gave it, somebody decided between them, or the town hall's reply changed
-- it; earlier_code is the one before the reply. Empty: from before this was recorded, or a later version.
ALTER TABLE component_code
  ADD COLUMN basis text CHECK (basis IN ('agreement', 'adjudication', 'reply')),
  ADD COLUMN earlier_code text,
  ADD COLUMN reason localised,
  ADD CONSTRAINT component_code_earlier_check CHECK ((earlier_code IS NOT NULL) = (basis IS NOT DISTINCT FROM 'reply'));

-- The evidence that an adjudicated code of the record relies on.
CREATE TABLE component_code_evidence (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  component_code_id uuid NOT NULL REFERENCES component_code ON DELETE RESTRICT,
  evidence_id uuid NOT NULL REFERENCES evidence ON DELETE RESTRICT,
  UNIQUE (component_code_id, evidence_id)
);
CREATE INDEX component_code_evidence_by_evidence ON component_code_evidence (evidence_id);

-- What a code asks for before it can be given: see features/coding/entry-rules.ts. Empty: nothing.
ALTER TABLE codebook_code
  ADD COLUMN requires jsonb CHECK (jsonb_typeof(requires) = 'array');
-- An installation that began before has the codes without it.
UPDATE codebook_code SET requires = known.requires::jsonb
FROM (VALUES
  ('pop-2/none', '[{"rule":"search"}]'),
  ('pop-2/initiated', '[{"rule":"items","least":1,"of":["E1"]}]'),
  ('pop-2/partial', '[{"rule":"items","least":1,"of":["E2","E3","E4"]}]'),
  ('pop-2/complete', '[{"rule":"independent","least":2},{"rule":"items","least":1,"of":["E2"]}]')
) AS known (key, requires)
WHERE codebook_code.key = known.key;
