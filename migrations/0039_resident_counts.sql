-- What the public reads of residents' answers, counted anew at most once a minute: many answers at once redraw its pages once.
CREATE TABLE resident_view_count (
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  priority_id uuid NOT NULL REFERENCES priority ON DELETE RESTRICT,
  round_id uuid NOT NULL REFERENCES round ON DELETE RESTRICT,
  -- The key of the administrative unit where they live; '' where they did not say.
  unit text NOT NULL,
  answer text NOT NULL CHECK (answer IN ('yes', 'partly', 'no', 'do-not-know')),
  n integer NOT NULL CHECK (n > 0),
  PRIMARY KEY (municipality_id, priority_id, round_id, unit, answer)
);
CREATE INDEX resident_view_count_by_priority ON resident_view_count (priority_id, round_id);
CREATE INDEX resident_view_count_by_round ON resident_view_count (round_id);

-- Where answers came in that are not counted yet. Whoever answers or counts holds the row to the end of the transaction.
CREATE TABLE resident_view_uncounted (
  municipality_id uuid PRIMARY KEY REFERENCES municipality ON DELETE CASCADE,
  since timestamptz NOT NULL
);

INSERT INTO resident_view_count (municipality_id, priority_id, round_id, unit, answer, n)
SELECT view.municipality_id, priority_id, round_id, coalesce(unit.key, ''), answer, count(*)
FROM resident_view view LEFT JOIN administrative_unit unit ON unit.id = view.unit_id
GROUP BY view.municipality_id, priority_id, round_id, coalesce(unit.key, ''), answer;
