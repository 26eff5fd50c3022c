-- Where a row of the record comes from. Every imported row cites at least one source.
CREATE TABLE source (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  title text NOT NULL,
  publisher text,
  url text,
  language text,
  published_on partial_date,
  licence text,
  note localised
);

CREATE TABLE citation (
  subject_id uuid NOT NULL,
  subject_kind text NOT NULL,
  source_id uuid NOT NULL REFERENCES source ON DELETE RESTRICT,
  position smallint NOT NULL,
  PRIMARY KEY (subject_id, source_id)
);
CREATE INDEX citation_by_source ON citation (source_id);
