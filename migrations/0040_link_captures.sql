-- How far the copy of a page is that evidence leads to: waited for, kept, or why it could not be.
CREATE TABLE evidence_capture (
  municipality_id uuid NOT NULL,
  item_id uuid NOT NULL,
  url text NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'kept', 'failed')),
  -- Why the last try failed; '' before there was one.
  why text NOT NULL DEFAULT '' CHECK (why IN (
    '', 'address', 'forbidden', 'gone', 'status', 'type', 'too-large', 'redirects',
    'time', 'name', 'certificate', 'busy', 'connection')),
  tries smallint NOT NULL DEFAULT 0,
  -- How often somebody has asked: the job of each time is another.
  asked integer NOT NULL DEFAULT 1,
  asked_at timestamptz NOT NULL,
  tried_at timestamptz,
  PRIMARY KEY (municipality_id, item_id),
  FOREIGN KEY (municipality_id, item_id) REFERENCES evidence_item ON DELETE CASCADE,
  CHECK (state <> 'failed' OR why <> '')
);
