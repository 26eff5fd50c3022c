-- What every capability stands on. Extensions are created by the migrator before this runs.

-- A calendar date known to the year, the month or the day (EDTF level 0): '2021', '2021-07', '2021-07-14'.
-- Sorting as text sorts by time.
CREATE DOMAIN partial_date AS text
  CHECK (VALUE ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$');

-- Text in several languages: {"sq": "…", "en": "…"}.
CREATE DOMAIN localised AS jsonb
  CHECK (jsonb_typeof(VALUE) = 'object');

-- A readable identifier that stands in URLs and in data packages. Composite ones join their parts with '/'.
CREATE DOMAIN slug AS text
  CHECK (VALUE ~ '^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*$' AND length(VALUE) <= 200);

-- One row. Raised in the transaction of every change that the public can see: rendered pages are cached under it.
CREATE TABLE record_version (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  version bigint NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO record_version DEFAULT VALUES;

-- Facts about this installation, e.g. which record it holds ('real' or 'demo').
CREATE TABLE installation (
  key text PRIMARY KEY,
  value text NOT NULL
);

-- Who did what, when and why. Append-only.
CREATE TABLE audit_event (
  id uuid PRIMARY KEY,
  happened_at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text,
  reason text,
  before jsonb,
  after jsonb,
  request_id text
);
CREATE INDEX audit_event_by_subject ON audit_event (subject_kind, subject_id, happened_at);
CREATE INDEX audit_event_by_time ON audit_event (happened_at, id);

-- Mail waits here until an SMTP server takes it; without one, administrators read it here.
CREATE TABLE mail_outbox (
  id uuid PRIMARY KEY,
  queued_at timestamptz NOT NULL DEFAULT now(),
  recipient text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  sent_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  last_fault text
);
CREATE INDEX mail_outbox_unsent ON mail_outbox (queued_at) WHERE sent_at IS NULL;

-- Files by their SHA-256; the bytes are on disk or in object storage.
CREATE TABLE file (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes >= 0),
  stored_at timestamptz NOT NULL DEFAULT now()
);
