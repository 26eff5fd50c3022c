-- Files on their way: each in pieces, so that an upload that broke off goes on where it stopped, whichever process answers.
CREATE TABLE upload (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- As the browser says that they are; what arrives is measured against it.
  size_bytes bigint NOT NULL CHECK (size_bytes BETWEEN 1 AND 100000000),
  announced_sha256 text NOT NULL CHECK (announced_sha256 ~ '^[0-9a-f]{64}$'),
  received_bytes bigint NOT NULL DEFAULT 0,
  -- Once it is whole and was taken in.
  original_sha256 text REFERENCES file ON DELETE RESTRICT,
  copy_sha256 text REFERENCES file ON DELETE RESTRICT,
  began_at timestamptz NOT NULL,
  CHECK (received_bytes BETWEEN 0 AND size_bytes),
  CHECK (copy_sha256 IS NULL OR original_sha256 IS NOT NULL)
);
-- The same file of the same person is one upload, so that choosing it again goes on where it was.
CREATE UNIQUE INDEX upload_unfinished ON upload (account_id, kind, announced_sha256, name)
  WHERE original_sha256 IS NULL;
CREATE INDEX upload_by_account ON upload (account_id, began_at);
CREATE INDEX upload_by_age ON upload (began_at);
CREATE INDEX upload_by_original ON upload (original_sha256);
CREATE INDEX upload_by_copy ON upload (copy_sha256);

CREATE TABLE upload_piece (
  upload_id uuid NOT NULL REFERENCES upload ON DELETE CASCADE,
  starts_at bigint NOT NULL CHECK (starts_at >= 0),
  bytes bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 524288),
  PRIMARY KEY (upload_id, starts_at)
);

-- One original may have several copies: of one picture, what must not be seen differs with what it is shown for.
ALTER TABLE public_copy
  DROP CONSTRAINT public_copy_pkey,
  ADD PRIMARY KEY (original_sha256, copy_sha256);

-- What was blurred by hand in the copy of a picture, in hundredths of a percent of its width and height.
CREATE TABLE evidence_blur (
  municipality_id uuid NOT NULL,
  item_id uuid NOT NULL,
  position smallint NOT NULL,
  region smallint NOT NULL CHECK (region BETWEEN 1 AND 20),
  x smallint NOT NULL CHECK (x BETWEEN 0 AND 9999),
  y smallint NOT NULL CHECK (y BETWEEN 0 AND 9999),
  width smallint NOT NULL CHECK (width BETWEEN 1 AND 10000),
  height smallint NOT NULL CHECK (height BETWEEN 1 AND 10000),
  PRIMARY KEY (municipality_id, item_id, position, region),
  FOREIGN KEY (municipality_id, item_id, position) REFERENCES evidence_file ON DELETE CASCADE,
  CHECK (x + width <= 10000 AND y + height <= 10000)
);

-- What a request must say beside what is asked; and the town hall may take longer where the law lets it, and says so.
ALTER TABLE information_request
  ADD COLUMN language text NOT NULL DEFAULT 'sq' CHECK (language IN ('sq', 'en')),
  ADD COLUMN reply_to text NOT NULL DEFAULT '' CHECK (length(reply_to) <= 300),
  ADD COLUMN format text NOT NULL DEFAULT 'e-mail' CHECK (format IN ('e-mail', 'paper', 'inspection')),
  ADD COLUMN extended_on date,
  ADD COLUMN extension_reason text NOT NULL DEFAULT '' CHECK (length(extension_reason) <= 1000),
  ADD CONSTRAINT information_request_extended CHECK ((extended_on IS NULL) = (extension_reason = '')),
  ADD CONSTRAINT information_request_asked CHECK (asked_on IS NOT NULL OR (outcome = 'open' AND extended_on IS NULL));
-- Those that run, soonest first, then those that were never sent; and those that are over, latest first.
CREATE INDEX information_request_open ON information_request (municipality_id, (coalesce(due_on, 'infinity')), id)
  WHERE outcome = 'open';
CREATE INDEX information_request_over ON information_request (municipality_id, due_on, id) WHERE outcome <> 'open';
CREATE INDEX information_request_by_assessment ON information_request (assessment_id);
CREATE INDEX information_request_by_organisation ON information_request (organisation_id);
CREATE INDEX information_request_by_item ON information_request (municipality_id, item_id);
CREATE INDEX information_request_component_by_component ON information_request_component (component_id);
