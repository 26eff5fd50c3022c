-- What an editor writes around a report's figures. municipality_id empty: the network's report.
CREATE TABLE report_text (
  id uuid PRIMARY KEY,
  round_plan_id uuid NOT NULL REFERENCES round_plan ON DELETE CASCADE,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  foreword localised NOT NULL DEFAULT '{}',
  lessons localised NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  UNIQUE NULLS NOT DISTINCT (round_plan_id, municipality_id)
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
  pdf_sq_sha256 text CHECK (pdf_sq_sha256 ~ '^[0-9a-f]{64}$'),
  pdf_en_sha256 text CHECK (pdf_en_sha256 ~ '^[0-9a-f]{64}$'),
  UNIQUE NULLS NOT DISTINCT (round_id, municipality_id, edition),
  CONSTRAINT monitoring_report_pdf_check CHECK (num_nonnulls(pdf_sq_sha256, pdf_en_sha256) IN (0, 2))
);
CREATE INDEX monitoring_report_by_municipality ON monitoring_report (municipality_id);
