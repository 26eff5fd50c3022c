-- Evidence as it is gathered. What may be shown becomes rows of the public record when the round is published.
CREATE TABLE evidence_item (
  id uuid NOT NULL,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  assessment_id uuid NOT NULL REFERENCES assessment ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN (
    'photo', 'document', 'link', 'council-decision', 'budget-line', 'procurement', 'information-request',
    'meeting', 'observation', 'statement')),
  class text NOT NULL CHECK (class IN ('E1', 'E2', 'E3', 'E4', 'E5')),
  stance text NOT NULL CHECK (stance IN ('supports', 'contradicts', 'neutral')),
  dated partial_date NOT NULL,
  -- What it shows, in one sentence; in which language it binds, the other being its translation.
  shows localised NOT NULL,
  binding_language text NOT NULL DEFAULT 'sq' CHECK (binding_language IN ('sq', 'en')),
  publisher text NOT NULL DEFAULT '' CHECK (length(publisher) <= 200),
  url text NOT NULL DEFAULT '' CHECK (length(url) <= 2000),
  -- What only its kind has: number of a decision, ocid, amount, place and accuracy. See features/evidence/details.ts.
  details jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(details) = 'object'),
  -- 'private': a source at risk; seen only by those named, never published.
  visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'private')),
  -- Whether it may be shown: looked at by an editor.
  review text NOT NULL DEFAULT 'open' CHECK (review IN ('open', 'accepted', 'withheld')),
  review_note text NOT NULL DEFAULT '' CHECK (length(review_note) <= 1000),
  withdrawn_reason text NOT NULL DEFAULT '' CHECK (length(withdrawn_reason) <= 1000),
  evidence_id uuid REFERENCES evidence ON DELETE RESTRICT,
  row_key text,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, id),
  CHECK (review <> 'withheld' OR review_note <> ''),
  CONSTRAINT evidence_item_shows_check CHECK (shows ? binding_language),
  CONSTRAINT evidence_item_private_check CHECK (visibility = 'public' OR evidence_id IS NULL)
);
-- Newest first, page after page.
CREATE INDEX evidence_item_by_assessment ON evidence_item (municipality_id, assessment_id, dated, id);
CREATE INDEX evidence_item_to_review ON evidence_item (municipality_id, assessment_id)
  WHERE review = 'open' AND visibility = 'public' AND withdrawn_reason = '';
CREATE INDEX evidence_item_by_author ON evidence_item (created_by);
CREATE INDEX evidence_item_by_record ON evidence_item (evidence_id);
CREATE UNIQUE INDEX evidence_item_by_row ON evidence_item (municipality_id, assessment_id, row_key) WHERE row_key IS NOT NULL;

CREATE TABLE evidence_item_component (
  municipality_id uuid NOT NULL,
  item_id uuid NOT NULL,
  component_id uuid NOT NULL REFERENCES component ON DELETE RESTRICT,
  PRIMARY KEY (municipality_id, item_id, component_id),
  FOREIGN KEY (municipality_id, item_id) REFERENCES evidence_item ON DELETE CASCADE
);
CREATE INDEX evidence_item_component_by_component ON evidence_item_component (component_id);

-- Files of an item: the sealed original, and the copy that the public may have once somebody has made or allowed one.
CREATE TABLE evidence_file (
  municipality_id uuid NOT NULL,
  item_id uuid NOT NULL,
  position smallint NOT NULL CHECK (position > 0),
  original_sha256 text NOT NULL REFERENCES file ON DELETE RESTRICT,
  copy_sha256 text REFERENCES file ON DELETE RESTRICT,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  alt localised NOT NULL DEFAULT '{}',
  PRIMARY KEY (municipality_id, item_id, position),
  FOREIGN KEY (municipality_id, item_id) REFERENCES evidence_item ON DELETE CASCADE
);
CREATE INDEX evidence_file_by_original ON evidence_file (original_sha256);
CREATE INDEX evidence_file_by_copy ON evidence_file (copy_sha256);

-- Those who see a private item beside the one who added it.
CREATE TABLE evidence_reader (
  municipality_id uuid NOT NULL,
  item_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  PRIMARY KEY (municipality_id, item_id, account_id),
  FOREIGN KEY (municipality_id, item_id) REFERENCES evidence_item ON DELETE CASCADE
);
CREATE INDEX evidence_reader_by_account ON evidence_reader (account_id);

-- Requests for information under the law on the right to information, and what came of them.
CREATE TABLE information_request (
  id uuid NOT NULL,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  assessment_id uuid REFERENCES assessment ON DELETE RESTRICT,
  addressee text NOT NULL CHECK (length(addressee) BETWEEN 1 AND 200),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 300),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
  asked_on date,
  due_on date,
  answered_on date,
  outcome text NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'answered', 'partly', 'refused', 'silent')),
  outcome_note text NOT NULL DEFAULT '' CHECK (length(outcome_note) <= 2000),
  item_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, id),
  FOREIGN KEY (municipality_id, item_id) REFERENCES evidence_item ON DELETE RESTRICT,
  CHECK ((asked_on IS NULL) = (due_on IS NULL)),
  CHECK ((outcome IN ('answered', 'partly', 'refused')) = (answered_on IS NOT NULL))
);
CREATE INDEX information_request_due ON information_request (due_on) WHERE outcome = 'open';

CREATE TABLE information_request_component (
  municipality_id uuid NOT NULL,
  request_id uuid NOT NULL,
  component_id uuid NOT NULL REFERENCES component ON DELETE RESTRICT,
  PRIMARY KEY (municipality_id, request_id, component_id),
  FOREIGN KEY (municipality_id, request_id) REFERENCES information_request ON DELETE CASCADE
);

-- What the public record has of evidence beside what it had.
ALTER TABLE evidence
  ADD COLUMN kind text CHECK (kind IN (
    'photo', 'document', 'link', 'council-decision', 'budget-line', 'procurement', 'information-request',
    'meeting', 'observation', 'statement')),
  ADD COLUMN details jsonb,
  -- sha256 is the sealed original's; this the copy's that everyone may have.
  ADD COLUMN copy_sha256 text CHECK (copy_sha256 ~ '^[0-9a-f]{64}$'),
  ADD COLUMN alt localised,
  -- In which language the title binds; empty: both alike.
  ADD COLUMN binding_language text CHECK (binding_language IN ('sq', 'en'));

-- The further components that an item bears on: evidence.component_id has one, or none.
CREATE TABLE evidence_component (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  evidence_id uuid NOT NULL REFERENCES evidence ON DELETE RESTRICT,
  component_id uuid NOT NULL REFERENCES component ON DELETE RESTRICT,
  UNIQUE (evidence_id, component_id)
);
CREATE INDEX evidence_component_by_component ON evidence_component (component_id);
