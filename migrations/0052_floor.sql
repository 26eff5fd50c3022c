-- What the audience of a gathering does while it runs, and what follows from its conclusions.

-- AFTER: the record.
ALTER TABLE event_photo ADD COLUMN credit text CHECK (length(credit) BETWEEN 1 AND 200);

-- What a gathering leaves to read, in Markdown.
CREATE TABLE event_text (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('minutes', 'press-release')),
  content localised NOT NULL,
  UNIQUE (event_id, kind)
);

-- Which organisations of the record follow a conclusion up; who else does stands in its words.
CREATE TABLE conclusion_follower (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  conclusion_id uuid NOT NULL REFERENCES conclusion ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  UNIQUE (conclusion_id, organisation_id)
);
CREATE INDEX conclusion_follower_by_organisation ON conclusion_follower (organisation_id);

-- completes: with this the conclusion is carried out.
ALTER TABLE conclusion_outcome ADD COLUMN completes boolean NOT NULL DEFAULT false;
CREATE INDEX conclusion_by_due ON conclusion (due_on) WHERE due_on IS NOT NULL;

-- The organisation that follows a conclusion up, while it is worked on.
ALTER TABLE event_plan_conclusion ADD COLUMN organisation_id uuid REFERENCES organisation ON DELETE RESTRICT;
CREATE INDEX event_plan_conclusion_by_organisation ON event_plan_conclusion (organisation_id);
CREATE INDEX event_plan_conclusion_by_conclusion ON event_plan_conclusion (conclusion_id);
CREATE INDEX event_plan_by_event ON event_plan (event_id);

-- The photograph of the record that became of one.
ALTER TABLE event_plan_photo ADD COLUMN photo_id uuid REFERENCES event_photo ON DELETE RESTRICT;
CREATE INDEX event_plan_photo_by_photo ON event_plan_photo (photo_id);

-- DURING. There is a row from the moment on that somebody opens the floor.
CREATE TABLE floor (
  plan_id uuid PRIMARY KEY REFERENCES event_plan ON DELETE CASCADE,
  is_open boolean NOT NULL DEFAULT true,
  -- 'arrival': who asked first; 'fair': who has spoken least; 'alternating': fair, and on site and online in turn.
  speaking_order text NOT NULL DEFAULT 'fair' CHECK (speaking_order IN ('arrival', 'fair', 'alternating')),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE floor_question (
  plan_id uuid NOT NULL REFERENCES floor ON DELETE CASCADE,
  id uuid NOT NULL,
  item_id uuid REFERENCES event_plan_item ON DELETE SET NULL,
  statement text NOT NULL CHECK (length(statement) BETWEEN 1 AND 500),
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'shown', 'answered', 'merged', 'declined')),
  decline_reason text NOT NULL DEFAULT '' CHECK (length(decline_reason) <= 300),
  merged_into uuid,
  once uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (plan_id, id),
  UNIQUE (plan_id, once),
  FOREIGN KEY (plan_id, merged_into) REFERENCES floor_question (plan_id, id) ON DELETE CASCADE,
  CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
  CHECK (state <> 'declined' OR decline_reason <> '')
);
CREATE INDEX floor_question_by_state ON floor_question (plan_id, state, created_at);
CREATE INDEX floor_question_by_item ON floor_question (item_id);
CREATE INDEX floor_question_by_merged ON floor_question (plan_id, merged_into);

-- supporter: a digest of a random value in the browser's cookie and of the gathering; nothing about the person.
CREATE TABLE floor_support (
  plan_id uuid NOT NULL,
  question_id uuid NOT NULL,
  supporter text NOT NULL CHECK (length(supporter) = 64),
  PRIMARY KEY (plan_id, question_id, supporter),
  FOREIGN KEY (plan_id, question_id) REFERENCES floor_question ON DELETE CASCADE
);

-- shows: whether everyone sees the counts while it is open, or once it is closed.
CREATE TABLE floor_poll (
  plan_id uuid NOT NULL REFERENCES floor ON DELETE CASCADE,
  id uuid NOT NULL,
  position smallint NOT NULL CHECK (position > 0),
  question localised NOT NULL,
  kind text NOT NULL CHECK (kind IN ('one', 'several', 'scale')),
  shows text NOT NULL CHECK (shows IN ('live', 'closed')),
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'open', 'closed')),
  PRIMARY KEY (plan_id, id),
  UNIQUE (plan_id, position)
);

CREATE TABLE floor_poll_option (
  plan_id uuid NOT NULL,
  poll_id uuid NOT NULL,
  position smallint NOT NULL CHECK (position BETWEEN 1 AND 10),
  label localised NOT NULL,
  PRIMARY KEY (plan_id, poll_id, position),
  FOREIGN KEY (plan_id, poll_id) REFERENCES floor_poll ON DELETE CASCADE
);

-- voter: a digest like that of a supporter. choices: positions of options.
CREATE TABLE floor_vote (
  plan_id uuid NOT NULL,
  poll_id uuid NOT NULL,
  voter text NOT NULL CHECK (length(voter) = 64),
  choices smallint[] NOT NULL CHECK (cardinality(choices) BETWEEN 1 AND 10),
  PRIMARY KEY (plan_id, poll_id, voter),
  FOREIGN KEY (plan_id, poll_id) REFERENCES floor_poll ON DELETE CASCADE
);

-- Who asked for the floor, as they want to be called. speaker: the digest of the browser, so that each waits once.
CREATE TABLE floor_turn (
  plan_id uuid NOT NULL REFERENCES floor ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  attendance text NOT NULL CHECK (attendance IN ('on-site', 'online')),
  speaker text NOT NULL CHECK (length(speaker) = 64),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'speaking', 'done', 'withdrawn')),
  asked_at timestamptz NOT NULL,
  called_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (plan_id, id),
  CHECK (state NOT IN ('speaking', 'done') OR called_at IS NOT NULL),
  CHECK ((state = 'done') <= (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX floor_turn_waits_once ON floor_turn (plan_id, speaker) WHERE state IN ('waiting', 'speaking');
CREATE UNIQUE INDEX floor_turn_one_speaks ON floor_turn (plan_id) WHERE state = 'speaking';
CREATE INDEX floor_turn_by_time ON floor_turn (plan_id, asked_at);
