-- Who stands for mayor, and what they answered at a public forum. First what the public record holds, then the work before it.
-- Rows of the record are only added to: what is filled in later (a withdrawal, the lot, who came, how long each spoke, votes) was
-- empty until then.
CREATE TABLE election_candidate (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  election_id uuid REFERENCES election ON DELETE RESTRICT,
  person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
  -- Both empty: stands alone.
  party text,
  coalition text,
  withdrawn_on date,
  UNIQUE (municipality_id, mandate_id, person_id)
);
CREATE INDEX election_candidate_by_person ON election_candidate (person_id);

-- What an event of the kind forum has beside: equal time, and the order by lot with how it was drawn.
CREATE TABLE forum (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL UNIQUE REFERENCES event ON DELETE RESTRICT,
  moderators text,
  slot_seconds integer NOT NULL CHECK (slot_seconds BETWEEN 10 AND 3600),
  lot_method text CHECK (lot_method IN ('program', 'on-site')),
  -- With it anyone can draw again: candidates stand in the order of the SHA-256 of '<seed> <name>'.
  lot_seed text,
  lot_drawn_by text,
  lot_drawn_on date,
  lot_drawn_at text CHECK (lot_drawn_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  CONSTRAINT forum_lot_check CHECK (
    num_nonnulls(lot_method, lot_drawn_by, lot_drawn_on) IN (0, 3)
    AND (lot_seed IS NOT NULL) = coalesce(lot_method = 'program', false)
  )
);

-- position: by lot.
CREATE TABLE forum_candidate (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  forum_id uuid NOT NULL REFERENCES forum ON DELETE RESTRICT,
  candidate_id uuid NOT NULL REFERENCES election_candidate ON DELETE RESTRICT,
  position smallint NOT NULL CHECK (position > 0),
  attendance text CHECK (attendance IN ('present', 'absent')),
  spoken_seconds integer CHECK (spoken_seconds >= 0),
  UNIQUE (forum_id, position),
  UNIQUE (forum_id, candidate_id)
);
CREATE INDEX forum_candidate_by_candidate ON forum_candidate (candidate_id);

-- A priority in the words that were put to the candidates. The contract may not be frozen yet: then priority_id is empty.
CREATE TABLE forum_priority (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  forum_id uuid NOT NULL REFERENCES forum ON DELETE RESTRICT,
  position smallint NOT NULL CHECK (position > 0),
  field_id uuid NOT NULL REFERENCES field ON DELETE RESTRICT,
  priority_id uuid REFERENCES priority ON DELETE RESTRICT,
  number text,
  heading localised,
  statement localised NOT NULL,
  UNIQUE (forum_id, position)
);
CREATE INDEX forum_priority_by_priority ON forum_priority (priority_id);

-- The highest version is in force. words: the candidate's own; reason: why an earlier version was wrong.
CREATE TABLE candidate_answer (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  forum_priority_id uuid NOT NULL REFERENCES forum_priority ON DELETE RESTRICT,
  candidate_id uuid NOT NULL REFERENCES election_candidate ON DELETE RESTRICT,
  version integer NOT NULL CHECK (version > 0),
  answer text NOT NULL CHECK (answer IN ('agrees', 'reservation', 'declines', 'absent', 'no-answer')),
  words localised,
  reason localised,
  given_on date NOT NULL,
  UNIQUE (forum_priority_id, candidate_id, version),
  CONSTRAINT candidate_answer_words_check CHECK (answer <> 'reservation' OR words IS NOT NULL),
  CONSTRAINT candidate_answer_reason_check CHECK ((version = 1) = (reason IS NULL))
);
CREATE INDEX candidate_answer_by_candidate ON candidate_answer (candidate_id);

CREATE TABLE forum_question (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  forum_id uuid NOT NULL REFERENCES forum ON DELETE RESTRICT,
  position smallint NOT NULL CHECK (position > 0),
  field_id uuid REFERENCES field ON DELETE RESTRICT,
  forum_priority_id uuid REFERENCES forum_priority ON DELETE RESTRICT,
  question localised NOT NULL,
  asked text NOT NULL CHECK (asked IN ('before', 'during')),
  asked_on date NOT NULL,
  -- supports: online, until the end; votes: of those in the hall, as the moderator counted them.
  supports integer CHECK (supports >= 0),
  votes integer CHECK (votes >= 0),
  UNIQUE (forum_id, position)
);

CREATE TABLE question_answer (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  question_id uuid NOT NULL REFERENCES forum_question ON DELETE RESTRICT,
  candidate_id uuid NOT NULL REFERENCES election_candidate ON DELETE RESTRICT,
  version integer NOT NULL CHECK (version > 0),
  answer localised NOT NULL,
  reason localised,
  UNIQUE (question_id, candidate_id, version),
  CONSTRAINT question_answer_reason_check CHECK ((version = 1) = (reason IS NULL))
);
CREATE INDEX question_answer_by_candidate ON question_answer (candidate_id);

-- The work. Each row carries the row of the record that it became.
CREATE TABLE candidacy (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  party text NOT NULL DEFAULT '',
  coalition text NOT NULL DEFAULT '',
  source_title text NOT NULL CHECK (source_title <> ''),
  source_url text NOT NULL DEFAULT '',
  withdrawn_on date,
  candidate_id uuid UNIQUE REFERENCES election_candidate ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX candidacy_once ON candidacy (municipality_id, mandate_id, lower(name));

CREATE TABLE forum_plan (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  held_on date NOT NULL,
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text NOT NULL DEFAULT '',
  moderators text NOT NULL DEFAULT '',
  slot_seconds integer NOT NULL CHECK (slot_seconds BETWEEN 10 AND 3600),
  -- Whether answers go public one by one, or all at once.
  publishes text NOT NULL DEFAULT 'together' CHECK (publishes IN ('together', 'live')),
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'open', 'running', 'ended')),
  lot_method text CHECK (lot_method IN ('program', 'on-site')),
  lot_seed text,
  lot_drawn_by text,
  lot_drawn_at timestamptz,
  forum_id uuid UNIQUE REFERENCES forum ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX forum_plan_by_municipality ON forum_plan (municipality_id, held_on);

-- Who speaks in which order: there from the drawing of lots on.
CREATE TABLE forum_seat (
  forum_id uuid NOT NULL REFERENCES forum_plan ON DELETE CASCADE,
  candidacy_id uuid NOT NULL REFERENCES candidacy ON DELETE RESTRICT,
  position smallint NOT NULL CHECK (position > 0),
  attendance text NOT NULL DEFAULT 'present' CHECK (attendance IN ('present', 'absent')),
  PRIMARY KEY (forum_id, candidacy_id),
  UNIQUE (forum_id, position)
);

-- The moderator's clock. One turn at most has not ended; running_since empty: it stands still.
CREATE TABLE forum_turn (
  id uuid PRIMARY KEY,
  forum_id uuid NOT NULL REFERENCES forum_plan ON DELETE CASCADE,
  candidacy_id uuid NOT NULL REFERENCES candidacy ON DELETE RESTRICT,
  number integer NOT NULL CHECK (number > 0),
  used_ms integer NOT NULL DEFAULT 0 CHECK (used_ms >= 0),
  running_since timestamptz,
  ended_at timestamptz,
  UNIQUE (forum_id, number),
  CHECK (ended_at IS NULL OR running_since IS NULL)
);
CREATE UNIQUE INDEX forum_turn_one_speaks ON forum_turn (forum_id) WHERE ended_at IS NULL;

CREATE TABLE forum_item (
  id uuid PRIMARY KEY,
  forum_id uuid NOT NULL REFERENCES forum_plan ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  field_id uuid NOT NULL REFERENCES field ON DELETE RESTRICT,
  priority_id uuid REFERENCES priority ON DELETE RESTRICT,
  number text,
  heading localised,
  statement localised NOT NULL,
  forum_priority_id uuid REFERENCES forum_priority ON DELETE RESTRICT,
  UNIQUE (forum_id, position)
);

CREATE TABLE given_answer (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES forum_item ON DELETE RESTRICT,
  candidacy_id uuid NOT NULL REFERENCES candidacy ON DELETE RESTRICT,
  version integer NOT NULL CHECK (version > 0),
  answer text NOT NULL CHECK (answer IN ('agrees', 'reservation', 'declines', 'absent', 'no-answer')),
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
  reason text NOT NULL DEFAULT '',
  answer_id uuid REFERENCES candidate_answer ON DELETE RESTRICT,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (item_id, candidacy_id, version),
  CHECK (answer <> 'reservation' OR words <> '')
);

-- What residents ask, without an account. once: of the form it came from, so that two clicks ask once.
CREATE TABLE asked_question (
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  id uuid NOT NULL,
  forum_id uuid NOT NULL REFERENCES forum_plan ON DELETE CASCADE,
  statement text NOT NULL CHECK (length(statement) BETWEEN 1 AND 500),
  language text NOT NULL DEFAULT 'sq' CHECK (language IN ('sq', 'en')),
  field_id uuid REFERENCES field ON DELETE RESTRICT,
  item_id uuid REFERENCES forum_item ON DELETE RESTRICT,
  asked text NOT NULL CHECK (asked IN ('before', 'during')),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'shown', 'withheld')),
  withheld_note text NOT NULL DEFAULT '',
  votes integer CHECK (votes >= 0),
  once uuid NOT NULL,
  question_id uuid REFERENCES forum_question ON DELETE RESTRICT,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, id),
  UNIQUE (municipality_id, forum_id, once),
  CHECK (state <> 'withheld' OR withheld_note <> '')
);

-- supporter: a digest of a random value in the browser's cookie and of the question; nothing about the person.
CREATE TABLE question_support (
  municipality_id uuid NOT NULL,
  question_id uuid NOT NULL,
  supporter text NOT NULL CHECK (length(supporter) = 64),
  PRIMARY KEY (municipality_id, question_id, supporter),
  FOREIGN KEY (municipality_id, question_id) REFERENCES asked_question ON DELETE CASCADE
);

CREATE TABLE given_reply (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL,
  question_id uuid NOT NULL,
  candidacy_id uuid NOT NULL REFERENCES candidacy ON DELETE RESTRICT,
  version integer NOT NULL CHECK (version > 0),
  answer text NOT NULL CHECK (length(answer) BETWEEN 1 AND 1000),
  reason text NOT NULL DEFAULT '',
  answer_id uuid REFERENCES question_answer ON DELETE RESTRICT,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (municipality_id, question_id, candidacy_id, version),
  FOREIGN KEY (municipality_id, question_id) REFERENCES asked_question ON DELETE RESTRICT
);
