-- What the public record has of a contract that was drafted here: which version was frozen and when, and the SHA-256 of its
-- canonical text, by which anyone can check a copy.
ALTER TABLE contract
  ADD COLUMN text_version integer CHECK (text_version > 0),
  ADD COLUMN text_sha256 text CHECK (text_sha256 ~ '^[0-9a-f]{64}$'),
  ADD COLUMN published_on date,
  -- The documents that were made to be signed: the same text in each language as PDF.
  ADD COLUMN pdf_sq_sha256 text CHECK (pdf_sq_sha256 ~ '^[0-9a-f]{64}$'),
  ADD COLUMN pdf_en_sha256 text CHECK (pdf_en_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT contract_text_check
    CHECK (num_nonnulls(text_version, text_sha256, published_on) IN (0, 3)),
  ADD CONSTRAINT contract_pdf_check
    CHECK (num_nonnulls(pdf_sq_sha256, pdf_en_sha256) IN (0, 2));

-- The PDFs of an approved version, made once when it was first approved: another version of what sets them may give other
-- bytes for the same text.
CREATE TABLE contract_paper (
  draft_id uuid NOT NULL,
  number integer NOT NULL,
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  sha256 text NOT NULL REFERENCES file ON DELETE RESTRICT,
  PRIMARY KEY (draft_id, number, language),
  FOREIGN KEY (draft_id, number) REFERENCES contract_version ON DELETE RESTRICT
);
CREATE INDEX contract_paper_by_sha256 ON contract_paper (sha256);

ALTER TABLE priority
  -- The directorate of the town hall that the contract names as responsible.
  ADD COLUMN directorate text,
  -- Why it is in the contract although its wording cannot be tested.
  ADD COLUMN untested_reason localised;

-- More of a dated fact: for which party or coalition, before which witness, and the copy of the scan that the public may have
-- (scan_sha256 is the sealed original's).
ALTER TABLE signature
  ADD COLUMN party text,
  ADD COLUMN witness text,
  ADD COLUMN scan_copy_sha256 text CHECK (scan_copy_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT signature_scan_check CHECK (scan_copy_sha256 IS NULL OR scan_sha256 IS NOT NULL);

-- A fact about a signature that was wrong. It stays, and counts no more; what holds instead is another fact, or nothing.
CREATE TABLE signature_correction (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  signature_id uuid NOT NULL UNIQUE REFERENCES signature ON DELETE RESTRICT,
  replacement_id uuid REFERENCES signature ON DELETE RESTRICT,
  corrected_on date NOT NULL,
  reason localised NOT NULL,
  CHECK (replacement_id <> signature_id)
);
CREATE INDEX signature_correction_by_replacement ON signature_correction (replacement_id);

-- Who was elected mayor, as it bears on the contract. A later entry of the same contract holds instead of the earlier one:
-- a new election, or a correction, which says why.
CREATE TABLE election_winner (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  contract_id uuid NOT NULL REFERENCES contract ON DELETE RESTRICT,
  number smallint NOT NULL CHECK (number > 0),
  person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
  elected_on date NOT NULL,
  party text,
  reason localised,
  UNIQUE (contract_id, number),
  CHECK (number = 1 OR reason IS NOT NULL)
);

-- A change of a priority after its contract was frozen. The old text stays in the priority; this one holds from a date on,
-- once both sides have signed.
CREATE TABLE amendment (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  number smallint NOT NULL CHECK (number > 0),
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  statement localised NOT NULL,
  reason localised NOT NULL,
  proposed_on date NOT NULL,
  holds_from date NOT NULL,
  UNIQUE (priority_id, number)
);

-- Each side answers an amendment once.
CREATE TABLE amendment_answer (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  amendment_id uuid NOT NULL REFERENCES amendment ON DELETE RESTRICT,
  side text NOT NULL CHECK (side IN ('organisation', 'municipality')),
  answer text NOT NULL CHECK (answer IN ('signed', 'declined')),
  answered_on date NOT NULL,
  -- The office in which it was given: 'kryetare e bashkisë'.
  capacity text NOT NULL,
  person_id uuid REFERENCES person ON DELETE RESTRICT,
  reason localised,
  scan_sha256 text CHECK (scan_sha256 ~ '^[0-9a-f]{64}$'),
  scan_copy_sha256 text CHECK (scan_copy_sha256 ~ '^[0-9a-f]{64}$'),
  UNIQUE (amendment_id, side),
  CONSTRAINT amendment_answer_reason_check CHECK (answer <> 'declined' OR reason IS NOT NULL),
  CONSTRAINT amendment_answer_scan_check CHECK (scan_copy_sha256 IS NULL OR scan_sha256 IS NOT NULL)
);
