CREATE TABLE article (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  published_on date NOT NULL,
  title localised NOT NULL,
  summary localised NOT NULL,
  body localised NOT NULL
);
CREATE INDEX article_by_time ON article (published_on, key);

CREATE TABLE publication (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('report', 'analysis', 'manual', 'contract', 'conference', 'other')),
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  round_id uuid REFERENCES round ON DELETE RESTRICT,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  published_on partial_date,
  title localised NOT NULL,
  summary localised,
  language text,
  url text
);
CREATE INDEX publication_by_time ON publication (published_on, key);

CREATE TABLE experience (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  field_id uuid REFERENCES field ON DELETE RESTRICT,
  published_on date NOT NULL,
  title localised NOT NULL,
  summary localised NOT NULL,
  body localised NOT NULL
);
CREATE INDEX experience_by_municipality ON experience (municipality_id);
