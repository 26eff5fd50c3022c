-- Needs grouped into candidate priorities, before a contract. Each need stands in one candidate, or is set aside with a
-- public reason, or waits. A candidate that was merged or dissolved is retired, never deleted, so that it can come back.
CREATE TABLE candidate_priority (
  id uuid NOT NULL,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  field_id uuid REFERENCES field ON DELETE RESTRICT,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  retired boolean NOT NULL DEFAULT false,
  merged_into uuid,
  -- Its needs, and the sessions that they were voiced in, as the last step that touched it left them.
  needs integer NOT NULL DEFAULT 0 CHECK (needs >= 0),
  sessions integer NOT NULL DEFAULT 0 CHECK (sessions BETWEEN 0 AND needs),
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, merged_into) REFERENCES candidate_priority ON DELETE RESTRICT,
  CHECK (merged_into IS NULL OR retired)
);
CREATE INDEX candidate_priority_by_mandate ON candidate_priority (municipality_id, mandate_id);
CREATE INDEX candidate_priority_by_merged_into ON candidate_priority (municipality_id, merged_into)
  WHERE merged_into IS NOT NULL;

-- step: the number of the step that put the need where it stands.
CREATE TABLE compiled_need (
  municipality_id uuid NOT NULL,
  need_id uuid NOT NULL,
  candidate_id uuid,
  set_aside_reason text,
  step integer,
  PRIMARY KEY (municipality_id, need_id),
  FOREIGN KEY (municipality_id, need_id) REFERENCES voiced_need ON DELETE CASCADE,
  FOREIGN KEY (municipality_id, candidate_id) REFERENCES candidate_priority ON DELETE RESTRICT,
  CHECK ((candidate_id IS NULL) <> (set_aside_reason IS NULL)),
  CHECK (length(set_aside_reason) BETWEEN 1 AND 500)
);
CREATE INDEX compiled_need_by_candidate ON compiled_need (municipality_id, candidate_id);

-- Needs are searched by word and compared by stem, with and without diacritics. Every word stands under the name of its
-- board (the beginnings of the ids of municipality and mandate): a board's searches never meet the words of another, however
-- many municipalities one index holds. The stem of a word leaves up to three letters off, as Albanian endings are no longer, and is six letters at most.
CREATE FUNCTION need_words(municipality_id uuid, mandate_id uuid, statement text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  board text := left(municipality_id::text, 8) || left(mandate_id::text, 4);
BEGIN
  RETURN array_to_tsvector(ARRAY(
    SELECT board || 'w' || word FROM unnest(tsvector_to_array(public.search_words(statement))) word
    UNION
    SELECT board || 's' || left(word, least(6, greatest(4, length(word) - 3)))
    FROM unnest(tsvector_to_array(public.search_words(statement))) word
  ));
END $$;
ALTER TABLE voiced_need ADD COLUMN folded text GENERATED ALWAYS AS (fold_text(statement)) STORED;
ALTER TABLE voiced_need ADD COLUMN words tsvector
  GENERATED ALWAYS AS (need_words(municipality_id, mandate_id, statement)) STORED;
CREATE INDEX voiced_need_words ON voiced_need USING gin (words) WITH (fastupdate = off);
-- A board is opened and filtered from this index alone.
CREATE INDEX voiced_need_of_board ON voiced_need (municipality_id, mandate_id, session_id, position, id)
  INCLUDE (field_id, unit_id, review, language);

-- One row per municipality and mandate: a step locks it, so steps follow one another and are numbered without gaps.
CREATE TABLE compiling_board (
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  steps integer NOT NULL DEFAULT 0 CHECK (steps >= 0),
  -- Needs in candidates, and set aside, after the last step: a page shows them without counting tens of thousands.
  grouped integer NOT NULL DEFAULT 0 CHECK (grouped >= 0),
  aside integer NOT NULL DEFAULT 0 CHECK (aside >= 0),
  PRIMARY KEY (municipality_id, mandate_id)
);

-- The log of a board. before and after hold the places of the needs and the candidates that the step changed, so that it
-- can be undone; undoing is a step of its own. id comes from the form: a form sent twice is one step.
CREATE TABLE compiling_step (
  municipality_id uuid NOT NULL,
  mandate_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('create', 'place', 'split', 'merge', 'rename', 'release', 'set-aside', 'dissolve', 'undo')),
  candidate_id uuid,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  reason text,
  undoes integer,
  -- The account; it may be gone, the step stays.
  taken_by uuid NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, mandate_id, number),
  UNIQUE (municipality_id, id),
  FOREIGN KEY (municipality_id, mandate_id) REFERENCES compiling_board ON DELETE RESTRICT,
  FOREIGN KEY (municipality_id, mandate_id, undoes) REFERENCES compiling_step ON DELETE RESTRICT,
  CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
  CHECK (undoes < number)
);
CREATE UNIQUE INDEX compiling_step_undone_once ON compiling_step (municipality_id, mandate_id, undoes)
  WHERE undoes IS NOT NULL;

-- One person's ranking of the candidates, first to last; theirs to change until an order is decided.
CREATE TABLE candidate_ranking (
  municipality_id uuid NOT NULL,
  mandate_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  ranked uuid[] NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, mandate_id, account_id),
  FOREIGN KEY (municipality_id, mandate_id) REFERENCES compiling_board ON DELETE RESTRICT
);

-- Residents' vote by approval, as counted at one place on one day: each ballot approves as many candidates as its voter likes.
CREATE TABLE approval_poll (
  municipality_id uuid NOT NULL,
  id uuid NOT NULL,
  mandate_id uuid NOT NULL,
  held_on date NOT NULL,
  place text NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
  ballots integer NOT NULL CHECK (ballots BETWEEN 1 AND 1000000),
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, mandate_id) REFERENCES compiling_board ON DELETE RESTRICT
);
CREATE INDEX approval_poll_by_mandate ON approval_poll (municipality_id, mandate_id, held_on);

CREATE TABLE approval_count (
  municipality_id uuid NOT NULL,
  poll_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  approvals integer NOT NULL CHECK (approvals >= 0),
  PRIMARY KEY (municipality_id, poll_id, candidate_id),
  FOREIGN KEY (municipality_id, poll_id) REFERENCES approval_poll ON DELETE CASCADE,
  FOREIGN KEY (municipality_id, candidate_id) REFERENCES candidate_priority ON DELETE RESTRICT
);

-- Every order that was decided, with its method, what it was decided by, and its result; the latest holds.
CREATE TABLE candidate_order (
  municipality_id uuid NOT NULL,
  mandate_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  id uuid NOT NULL,
  method text NOT NULL CHECK (method IN ('ranking', 'approval', 'support')),
  -- Persons who ranked, ballots, or sessions.
  voices integer NOT NULL CHECK (voices >= 0),
  result jsonb NOT NULL CHECK (jsonb_typeof(result) = 'array'),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, mandate_id, number),
  UNIQUE (municipality_id, id),
  FOREIGN KEY (municipality_id, mandate_id) REFERENCES compiling_board ON DELETE RESTRICT
);

CREATE FUNCTION refuse_compiling_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'steps and orders are only ever added' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER compiling_step_is_kept BEFORE UPDATE OR DELETE ON compiling_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_compiling_change();
CREATE TRIGGER candidate_order_is_kept BEFORE UPDATE OR DELETE ON candidate_order
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_compiling_change();

-- What follows is part of the public record, written when a contract is frozen.

-- How the candidates of a contract were put in order. method empty: no order was decided, they stand by support.
CREATE TABLE compilation (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  contract_id uuid NOT NULL UNIQUE REFERENCES contract ON DELETE RESTRICT,
  method text CHECK (method IN ('ranking', 'approval', 'support')),
  decided_on partial_date,
  voices integer CHECK (voices >= 0),
  note text,
  needs integer NOT NULL CHECK (needs >= 0),
  needs_waiting integer NOT NULL CHECK (needs_waiting BETWEEN 0 AND needs),
  CHECK ((method IS NULL) = (decided_on IS NULL)),
  CHECK ((method IS NULL) = (voices IS NULL))
);

-- place is shared by those with the same score; position orders the rows.
CREATE TABLE compiled_candidate (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  contract_id uuid NOT NULL REFERENCES contract ON DELETE RESTRICT,
  priority_id uuid REFERENCES priority ON DELETE RESTRICT,
  field_id uuid REFERENCES field ON DELETE RESTRICT,
  position integer NOT NULL CHECK (position > 0),
  place integer NOT NULL CHECK (place > 0),
  title text NOT NULL,
  score text,
  needs integer NOT NULL CHECK (needs >= 0),
  sessions integer NOT NULL CHECK (sessions >= 0),
  units integer NOT NULL CHECK (units >= 0),
  people integer CHECK (people >= 0),
  women integer CHECK (women >= 0),
  men integer CHECK (men >= 0),
  UNIQUE (contract_id, position)
);
CREATE INDEX compiled_candidate_by_priority ON compiled_candidate (priority_id);

-- Where each published need of the compilation went: into a candidate, or set aside with its reason.
CREATE TABLE need_placement (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  contract_id uuid NOT NULL REFERENCES contract ON DELETE RESTRICT,
  need_id uuid NOT NULL REFERENCES need ON DELETE RESTRICT,
  candidate_id uuid REFERENCES compiled_candidate ON DELETE RESTRICT,
  reason text,
  UNIQUE (contract_id, need_id),
  CHECK ((candidate_id IS NULL) <> (reason IS NULL))
);
CREATE INDEX need_placement_by_candidate ON need_placement (candidate_id);
CREATE INDEX need_placement_by_need ON need_placement (need_id);

-- The needs behind a priority.
CREATE TABLE priority_need (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  need_id uuid NOT NULL REFERENCES need ON DELETE RESTRICT,
  UNIQUE (priority_id, need_id)
);
CREATE INDEX priority_need_by_need ON priority_need (need_id);
