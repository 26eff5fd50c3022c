-- The draft of an assessment, sent to the town hall for its reply. The reply can change until it is handed in.
CREATE TABLE reply_request (
  id uuid PRIMARY KEY,
  assessment_id uuid NOT NULL UNIQUE REFERENCES assessment ON DELETE RESTRICT,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  recipient_name text NOT NULL CHECK (length(recipient_name) BETWEEN 1 AND 200),
  recipient_email text NOT NULL CHECK (length(recipient_email) BETWEEN 3 AND 254),
  requested_on date NOT NULL,
  due_on date NOT NULL,
  sent_by uuid REFERENCES account ON DELETE SET NULL,
  -- The day of the reply: of handing in, or the one that stands on the letter.
  replied_on date,
  submitted_at timestamptz,
  -- Who answered and in what office, as they wrote it; the language of their words.
  answered_by text NOT NULL DEFAULT '' CHECK (length(answered_by) <= 200),
  capacity text NOT NULL DEFAULT '' CHECK (length(capacity) <= 200),
  language text NOT NULL DEFAULT 'sq' CHECK (language IN ('sq', 'en')),
  way text CHECK (way IN ('link', 'account', 'paper', 'e-mail')),
  -- Who typed it in, where that was done for the town hall.
  entered_by uuid REFERENCES account ON DELETE SET NULL,
  -- That the reply was read, or that there was none: a step before publication.
  read_by uuid REFERENCES account ON DELETE RESTRICT,
  read_at timestamptz,
  read_note text NOT NULL DEFAULT '' CHECK (length(read_note) <= 2000),
  version integer NOT NULL DEFAULT 1,
  CHECK (due_on >= requested_on),
  CHECK ((submitted_at IS NULL) = (replied_on IS NULL) AND (submitted_at IS NULL) = (way IS NULL)),
  CHECK ((read_by IS NULL) = (read_at IS NULL))
);
CREATE INDEX reply_request_by_municipality ON reply_request (municipality_id);
-- Reminders are looked up by the day.
CREATE INDEX reply_request_open ON reply_request (due_on) WHERE submitted_at IS NULL;

-- Links by which the reply can be given without an account. Only the SHA-256 of the secret is kept.
CREATE TABLE reply_link (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES reply_request ON DELETE CASCADE,
  secret_sha256 text NOT NULL UNIQUE CHECK (secret_sha256 ~ '^[0-9a-f]{64}$'),
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  first_opened_at timestamptz
);
CREATE INDEX reply_link_by_request ON reply_link (request_id);

-- What the town hall answers, overall (priority empty) or to one priority; and that an editor has read it.
CREATE TABLE reply_text (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES reply_request ON DELETE CASCADE,
  priority_id uuid REFERENCES priority ON DELETE RESTRICT,
  answer text NOT NULL DEFAULT '' CHECK (length(answer) <= 10000),
  -- Into the other language, by who read it.
  translation text NOT NULL DEFAULT '' CHECK (length(translation) <= 10000),
  read_by uuid REFERENCES account ON DELETE SET NULL,
  read_at timestamptz,
  read_note text NOT NULL DEFAULT '' CHECK (length(read_note) <= 2000),
  version integer NOT NULL DEFAULT 1,
  UNIQUE NULLS NOT DISTINCT (request_id, priority_id)
);

CREATE TABLE reply_document (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES reply_request ON DELETE CASCADE,
  priority_id uuid REFERENCES priority ON DELETE RESTRICT,
  -- 'scan': the paper or letter from which staff entered the reply.
  kind text NOT NULL CHECK (kind IN ('attachment', 'scan')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  original_sha256 text NOT NULL REFERENCES file ON DELETE RESTRICT,
  copy_sha256 text REFERENCES file ON DELETE RESTRICT,
  added_at timestamptz NOT NULL,
  -- Whether the public may have it, as an editor decided who looked at it.
  shown boolean NOT NULL DEFAULT false
);
CREATE INDEX reply_document_by_request ON reply_document (request_id);

-- What the town hall says that it will do, and by when.
CREATE TABLE announced_action (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES reply_request ON DELETE CASCADE,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  statement text NOT NULL CHECK (length(statement) BETWEEN 1 AND 1000),
  translation text NOT NULL DEFAULT '' CHECK (length(translation) <= 1000),
  due_on partial_date NOT NULL,
  added_at timestamptz NOT NULL
);
CREATE INDEX announced_action_by_request ON announced_action (request_id);

CREATE TABLE reply_extension (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES reply_request ON DELETE CASCADE,
  asked_on date NOT NULL,
  asked_until date NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  decision text CHECK (decision IN ('granted', 'refused')),
  granted_until date,
  decision_note text NOT NULL DEFAULT '' CHECK (length(decision_note) <= 1000),
  decided_by uuid REFERENCES account ON DELETE SET NULL,
  decided_at timestamptz,
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CHECK ((decision IS NOT DISTINCT FROM 'granted') = (granted_until IS NOT NULL))
);
CREATE UNIQUE INDEX reply_extension_open ON reply_extension (request_id) WHERE decision IS NULL;
CREATE INDEX reply_extension_by_request ON reply_extension (request_id);

-- Mail that reminded the town hall, so that each is sent once.
CREATE TABLE reply_reminder (
  request_id uuid NOT NULL REFERENCES reply_request ON DELETE CASCADE,
  due_on date NOT NULL,
  days_before smallint NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (request_id, due_on, days_before)
);

-- Part of the public record: what came with a reply.
ALTER TABLE reply
  ADD COLUMN way text CHECK (way IN ('link', 'account', 'paper', 'e-mail')),
  ADD COLUMN answered_by text;

CREATE TABLE reply_attachment (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  reply_id uuid NOT NULL REFERENCES reply ON DELETE RESTRICT,
  position smallint NOT NULL CHECK (position > 0),
  title text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  copy_sha256 text CHECK (copy_sha256 ~ '^[0-9a-f]{64}$'),
  UNIQUE (reply_id, position)
);

CREATE TABLE reply_action (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  reply_id uuid NOT NULL REFERENCES reply ON DELETE RESTRICT,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  position smallint NOT NULL CHECK (position > 0),
  statement localised NOT NULL,
  due_on partial_date NOT NULL,
  UNIQUE (reply_id, position)
);
CREATE INDEX reply_action_by_priority ON reply_action (priority_id);

-- The code of a component that was changed because of the reply, before the status was first published: both are shown.
CREATE TABLE reply_code_change (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  reply_id uuid NOT NULL REFERENCES reply ON DELETE RESTRICT,
  component_id uuid NOT NULL REFERENCES component ON DELETE RESTRICT,
  code_before text NOT NULL,
  code_after text NOT NULL,
  reason localised NOT NULL,
  UNIQUE (reply_id, component_id)
);
CREATE INDEX reply_code_change_by_component ON reply_code_change (component_id);
