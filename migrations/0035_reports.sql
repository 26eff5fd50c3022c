-- What an editor writes around a report's figures, before its round is published and after. It belongs to a year of a
-- mandate, whether that is still a plan or in the record already. municipality_id empty: the network's report.
CREATE TABLE report_text (
  id uuid PRIMARY KEY,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  round_number smallint NOT NULL CHECK (round_number > 0),
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  foreword localised NOT NULL DEFAULT '{}',
  lessons localised NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  saved_by uuid REFERENCES account ON DELETE SET NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (mandate_id, round_number, municipality_id)
);

-- Part of the public record: the report of a round as it was published, for a municipality or for the network. A later
-- edition stands beside the earlier one.
CREATE TABLE monitoring_report (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  edition smallint NOT NULL CHECK (edition > 0),
  published_on date NOT NULL,
  foreword localised,
  lessons localised,
  UNIQUE NULLS NOT DISTINCT (round_id, municipality_id, edition)
);
CREATE INDEX monitoring_report_by_municipality ON monitoring_report (municipality_id);

-- The PDF of an edition in one language, made once and kept by its SHA-256. data_sha256: of the data that it was made from,
-- which is printed in it.
CREATE TABLE monitoring_report_file (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  report_id uuid NOT NULL REFERENCES monitoring_report ON DELETE RESTRICT,
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  data_sha256 text NOT NULL CHECK (data_sha256 ~ '^[0-9a-f]{64}$'),
  UNIQUE (report_id, language)
);

-- The reports of a round being made, and how far that is.
CREATE TABLE report_run (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES round ON DELETE CASCADE,
  -- Empty: of every municipality and of the network.
  municipality_id uuid REFERENCES municipality ON DELETE CASCADE,
  asked_by uuid REFERENCES account ON DELETE SET NULL,
  asked_at timestamptz NOT NULL,
  total integer NOT NULL DEFAULT 0 CHECK (total >= 0),
  made integer NOT NULL DEFAULT 0 CHECK (made >= 0),
  failed integer NOT NULL DEFAULT 0 CHECK (failed >= 0),
  finished_at timestamptz,
  CHECK (made + failed <= total)
);
CREATE INDEX report_run_by_round ON report_run (round_id, asked_at);
CREATE INDEX report_run_by_municipality ON report_run (municipality_id);
