-- What worked in one place, told so that another can try it; who tried it, and from whom they learned; and what members ask
-- each other. First what the public record holds.

-- body: of experiences told in one text; the others have the parts. cost in the smallest unit of the currency. The contact is
-- an office's, or a person's who agreed; it is no part of what was said, and is taken away when it no longer holds.
ALTER TABLE experience
  ALTER COLUMN body DROP NOT NULL,
  ADD COLUMN problem localised,
  ADD COLUMN context localised,
  ADD COLUMN done localised,
  ADD COLUMN cost_amount bigint CHECK (cost_amount >= 0),
  ADD COLUMN cost_currency text CHECK (cost_currency ~ '^[A-Z]{3}$'),
  ADD COLUMN cost_note localised,
  ADD COLUMN result localised,
  ADD COLUMN lessons localised,
  ADD COLUMN contact_name text CHECK (length(contact_name) BETWEEN 1 AND 200),
  ADD COLUMN contact_email text CHECK (length(contact_email) BETWEEN 3 AND 200),
  ADD COLUMN contact_phone text CHECK (length(contact_phone) BETWEEN 3 AND 50),
  ADD CONSTRAINT experience_text_check CHECK (body IS NOT NULL OR (problem IS NOT NULL AND done IS NOT NULL AND result IS NOT NULL)),
  ADD CONSTRAINT experience_cost_check CHECK ((cost_amount IS NULL) = (cost_currency IS NULL));
CREATE INDEX experience_by_time ON experience (published_on, key);
CREATE INDEX experience_by_field ON experience (field_id);
CREATE INDEX experience_by_organisation ON experience (organisation_id);

-- What an experience says since a correction; the highest version holds, and what it said before stays.
CREATE TABLE experience_correction (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  experience_id uuid NOT NULL REFERENCES experience ON DELETE RESTRICT,
  version integer NOT NULL CHECK (version > 1),
  corrected_on date NOT NULL,
  reason localised NOT NULL,
  title localised NOT NULL,
  summary localised NOT NULL,
  body localised,
  problem localised,
  context localised,
  done localised,
  cost_amount bigint CHECK (cost_amount >= 0),
  cost_currency text CHECK (cost_currency ~ '^[A-Z]{3}$'),
  cost_note localised,
  result localised,
  lessons localised,
  UNIQUE (experience_id, version),
  CONSTRAINT experience_correction_cost_check CHECK ((cost_amount IS NULL) = (cost_currency IS NULL))
);

CREATE TABLE experience_priority (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  experience_id uuid NOT NULL REFERENCES experience ON DELETE RESTRICT,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  UNIQUE (experience_id, priority_id)
);
CREATE INDEX experience_priority_by_priority ON experience_priority (priority_id);

-- The evidence of the record that shows an experience's result.
CREATE TABLE experience_evidence (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  experience_id uuid NOT NULL REFERENCES experience ON DELETE RESTRICT,
  evidence_id uuid NOT NULL REFERENCES evidence ON DELETE RESTRICT,
  UNIQUE (experience_id, evidence_id)
);
CREATE INDEX experience_evidence_by_evidence ON experience_evidence (evidence_id);

-- A municipality that wants to try what an experience tells, or has tried it. The highest version holds. learned_from_id: whose
-- way it took over; empty: that of the experience itself.
CREATE TABLE experience_try (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  experience_id uuid NOT NULL REFERENCES experience ON DELETE RESTRICT,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  version integer NOT NULL CHECK (version > 0),
  state text NOT NULL CHECK (state IN ('wants', 'tried')),
  outcome text CHECK (outcome IN ('worked', 'partly', 'did-not-work')),
  said_on date NOT NULL,
  statement localised NOT NULL,
  learned_from_id uuid REFERENCES municipality ON DELETE RESTRICT,
  -- Why the version before was wrong, where it was; not where one who wanted to try has tried.
  reason localised,
  UNIQUE (experience_id, municipality_id, version),
  CONSTRAINT experience_try_tried_check CHECK ((state = 'tried') = (outcome IS NOT NULL)),
  CONSTRAINT experience_try_learned_check CHECK (learned_from_id <> municipality_id)
);
CREATE INDEX experience_try_by_municipality ON experience_try (municipality_id);
CREATE INDEX experience_try_by_teacher ON experience_try (learned_from_id);
CREATE INDEX experience_try_by_organisation ON experience_try (organisation_id);

-- The work. corrects_id: the experience that the draft corrects; experience_id: what it became, or corrected.
CREATE TABLE experience_draft (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  field_id uuid REFERENCES field ON DELETE RESTRICT,
  corrects_id uuid REFERENCES experience ON DELETE RESTRICT,
  reason localised NOT NULL DEFAULT '{}',
  title localised NOT NULL,
  summary localised NOT NULL,
  body localised NOT NULL DEFAULT '{}',
  problem localised NOT NULL,
  context localised NOT NULL,
  done localised NOT NULL,
  cost_amount bigint CHECK (cost_amount >= 0),
  cost_currency text CHECK (cost_currency ~ '^[A-Z]{3}$'),
  cost_note localised NOT NULL,
  result localised NOT NULL,
  lessons localised NOT NULL,
  contact_is text NOT NULL DEFAULT 'office' CHECK (contact_is IN ('office', 'person')),
  contact_agreed boolean NOT NULL DEFAULT false,
  contact_name text NOT NULL DEFAULT '' CHECK (length(contact_name) <= 200),
  contact_email text NOT NULL DEFAULT '' CHECK (length(contact_email) <= 200),
  contact_phone text NOT NULL DEFAULT '' CHECK (length(contact_phone) <= 50),
  priority_ids uuid[] NOT NULL DEFAULT '{}',
  evidence_ids uuid[] NOT NULL DEFAULT '{}',
  sources jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(sources) = 'array'),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'returned', 'published')),
  review_note text NOT NULL DEFAULT '' CHECK (length(review_note) <= 2000),
  experience_id uuid REFERENCES experience ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  -- Who wrote last what is handed in: somebody else publishes it.
  written_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT experience_draft_cost_check CHECK ((cost_amount IS NULL) = (cost_currency IS NULL)),
  CONSTRAINT experience_draft_person_check CHECK (contact_is = 'office' OR contact_agreed),
  CONSTRAINT experience_draft_published_check CHECK ((state = 'published') = (experience_id IS NOT NULL))
);
CREATE INDEX experience_draft_by_municipality ON experience_draft (municipality_id, state);
CREATE INDEX experience_draft_by_state ON experience_draft (state, changed_at);
CREATE UNIQUE INDEX experience_draft_of_experience ON experience_draft (corrects_id) WHERE state <> 'published';
CREATE INDEX experience_draft_by_experience ON experience_draft (experience_id);
CREATE INDEX experience_draft_by_organisation ON experience_draft (organisation_id);
CREATE INDEX experience_draft_by_field ON experience_draft (field_id);
CREATE INDEX experience_draft_by_author ON experience_draft (created_by);
CREATE INDEX experience_draft_by_writer ON experience_draft (written_by);

-- "We want to try", "we tried", until an editor lets it into the record.
CREATE TABLE experience_try_draft (
  id uuid PRIMARY KEY,
  experience_id uuid NOT NULL REFERENCES experience ON DELETE RESTRICT,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  state text NOT NULL CHECK (state IN ('wants', 'tried')),
  outcome text CHECK (outcome IN ('worked', 'partly', 'did-not-work')),
  said_on date NOT NULL,
  statement localised NOT NULL,
  learned_from_id uuid REFERENCES municipality ON DELETE RESTRICT,
  reason localised NOT NULL DEFAULT '{}',
  review text NOT NULL DEFAULT 'submitted' CHECK (review IN ('submitted', 'returned', 'published')),
  review_note text NOT NULL DEFAULT '' CHECK (length(review_note) <= 2000),
  try_id uuid UNIQUE REFERENCES experience_try ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  written_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT experience_try_draft_tried_check CHECK ((state = 'tried') = (outcome IS NOT NULL)),
  CONSTRAINT experience_try_draft_learned_check CHECK (learned_from_id <> municipality_id),
  CONSTRAINT experience_try_draft_published_check CHECK ((review = 'published') = (try_id IS NOT NULL))
);
-- A municipality says one thing of an experience at a time.
CREATE UNIQUE INDEX experience_try_draft_open ON experience_try_draft (experience_id, municipality_id) WHERE review <> 'published';
CREATE INDEX experience_try_draft_by_municipality ON experience_try_draft (municipality_id, review);
CREATE INDEX experience_try_draft_by_organisation ON experience_try_draft (organisation_id);
CREATE INDEX experience_try_draft_by_teacher ON experience_try_draft (learned_from_id);
CREATE INDEX experience_try_draft_by_writer ON experience_try_draft (written_by);
CREATE INDEX experience_try_draft_by_review ON experience_try_draft (review, changed_at);

-- Questions between members, read by members and town halls alone. organisation_id: whom it asks, empty: all.
CREATE TABLE member_question (
  id uuid PRIMARY KEY,
  experience_id uuid REFERENCES experience ON DELETE RESTRICT,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  asked_by uuid REFERENCES account ON DELETE SET NULL,
  asker_organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  asker_municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  -- Number of the form that was handed out: sent twice, it asks once.
  once uuid NOT NULL UNIQUE,
  asked_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT member_question_about_check CHECK (num_nonnulls(experience_id, organisation_id) <= 1)
);
CREATE INDEX member_question_by_time ON member_question (asked_at, id);
CREATE INDEX member_question_by_experience ON member_question (experience_id);
CREATE INDEX member_question_by_organisation ON member_question (organisation_id);
CREATE INDEX member_question_by_asker ON member_question (asked_by);
CREATE INDEX member_question_by_asking_organisation ON member_question (asker_organisation_id);
CREATE INDEX member_question_by_asking_municipality ON member_question (asker_municipality_id);

CREATE TABLE member_answer (
  id uuid PRIMARY KEY,
  question_id uuid NOT NULL REFERENCES member_question ON DELETE CASCADE,
  answered_by uuid REFERENCES account ON DELETE SET NULL,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  once uuid NOT NULL UNIQUE,
  answered_at timestamptz NOT NULL DEFAULT now(),
  -- The asker says that it helped.
  helped boolean NOT NULL DEFAULT false
);
CREATE INDEX member_answer_by_question ON member_answer (question_id, answered_at);
CREATE UNIQUE INDEX member_answer_that_helped ON member_answer (question_id) WHERE helped;
CREATE INDEX member_answer_by_author ON member_answer (answered_by);
CREATE INDEX member_answer_by_organisation ON member_answer (organisation_id);
CREATE INDEX member_answer_by_municipality ON member_answer (municipality_id);
