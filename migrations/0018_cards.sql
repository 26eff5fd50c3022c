-- The network's individual card: issues in the fields, each scored. An edition is never changed: what was asked stays readable.
CREATE TABLE card_form (
  id uuid PRIMARY KEY,
  key slug NOT NULL,
  edition smallint NOT NULL CHECK (edition > 0),
  name localised NOT NULL,
  scale_least smallint NOT NULL CHECK (scale_least BETWEEN 0 AND 99),
  scale_most smallint NOT NULL CHECK (scale_most BETWEEN 1 AND 99),
  -- Words for some values of the scale: {"1": {"sq": "…", "en": "…"}}.
  scale_labels jsonb NOT NULL CHECK (jsonb_typeof(scale_labels) = 'object'),
  valid_from date NOT NULL,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (key, edition),
  CHECK (scale_most > scale_least)
);

CREATE TABLE card_issue (
  form_id uuid NOT NULL REFERENCES card_form ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  field_id uuid NOT NULL REFERENCES field ON DELETE RESTRICT,
  statement localised NOT NULL,
  PRIMARY KEY (form_id, position)
);

-- The cards of one session: on which form, how many are entered twice, and the three issues that the group agreed on, by position.
CREATE TABLE card_batch (
  session_id uuid PRIMARY KEY REFERENCES listening_session ON DELETE RESTRICT,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  form_id uuid NOT NULL REFERENCES card_form ON DELETE RESTRICT,
  -- Every how many-th card is entered again by someone else.
  second_every smallint NOT NULL DEFAULT 10 CHECK (second_every BETWEEN 1 AND 100),
  top_issues smallint[] NOT NULL DEFAULT '{}' CHECK (cardinality(top_issues) <= 3),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (session_id, form_id)
);
CREATE INDEX card_batch_by_form ON card_batch (form_id);
CREATE INDEX card_batch_by_municipality ON card_batch (municipality_id);

-- One person's card, without the person. Scores stand by position; an empty one was not answered.
CREATE TABLE card (
  id uuid NOT NULL,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  session_id uuid NOT NULL,
  form_id uuid NOT NULL,
  number integer NOT NULL CHECK (number BETWEEN 1 AND 9999),
  unit_id uuid REFERENCES administrative_unit ON DELETE RESTRICT,
  sex text CHECK (sex IN ('women', 'men')),
  age_band text CHECK (age_band IN ('under-18', '18-29', '30-44', '45-64', '65-plus')),
  scores smallint[] NOT NULL,
  entered_by uuid REFERENCES account ON DELETE SET NULL,
  entered_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (municipality_id, id),
  -- The form of a session's cards cannot change under them.
  FOREIGN KEY (session_id, form_id) REFERENCES card_batch (session_id, form_id) ON DELETE RESTRICT,
  UNIQUE (session_id, number)
);

-- The same card entered again by someone who has not seen the first entry. Both stay as they were; the card holds what was settled.
CREATE TABLE card_second_entry (
  municipality_id uuid NOT NULL,
  card_id uuid NOT NULL,
  first_scores smallint[] NOT NULL,
  second_scores smallint[] NOT NULL,
  entered_by uuid REFERENCES account ON DELETE SET NULL,
  entered_at timestamptz NOT NULL,
  settled_by uuid REFERENCES account ON DELETE SET NULL,
  settled_at timestamptz,
  PRIMARY KEY (municipality_id, card_id),
  FOREIGN KEY (municipality_id, card_id) REFERENCES card (municipality_id, id) ON DELETE CASCADE
);

-- Part of the public record: what the cards of a municipality say of one issue, as published. A later publication is the next
-- edition. Never of fewer than five people.
CREATE TABLE issue_score (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  edition smallint NOT NULL CHECK (edition > 0),
  published_on date NOT NULL,
  form text NOT NULL,
  position smallint NOT NULL CHECK (position > 0),
  field_id uuid NOT NULL REFERENCES field ON DELETE RESTRICT,
  issue localised NOT NULL,
  -- Of the cards of one unit, or of one sex; both empty: of all.
  unit_id uuid REFERENCES administrative_unit ON DELETE RESTRICT,
  sex text CHECK (sex IN ('women', 'men')),
  scale_least smallint NOT NULL,
  scale_most smallint NOT NULL,
  cards integer NOT NULL CHECK (cards >= 5),
  mean numeric(6, 2) NOT NULL,
  deviation numeric(6, 2) NOT NULL,
  lower_quartile numeric(6, 2) NOT NULL,
  median numeric(6, 2) NOT NULL,
  upper_quartile numeric(6, 2) NOT NULL,
  CONSTRAINT issue_score_group_check CHECK (unit_id IS NULL OR sex IS NULL)
);
CREATE INDEX issue_score_by_municipality ON issue_score (municipality_id, mandate_id, edition);
