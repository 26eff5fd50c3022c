-- The work of listening. It becomes part of the public record (event, need) when a session is published.
CREATE TABLE listening_session (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  unit_id uuid REFERENCES administrative_unit ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('focus-group', 'community-meeting', 'interest-group', 'door-to-door', 'online', 'questionnaire')),
  held_on date NOT NULL,
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text NOT NULL DEFAULT '',
  target_groups text[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'published', 'cancelled')),
  minutes text NOT NULL DEFAULT '',
  -- Why the counts by sex, age band and group do not add up, where they do not.
  counts_note text NOT NULL DEFAULT '',
  -- The event that the public sees, from publication on.
  event_id uuid REFERENCES event ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX listening_session_by_municipality ON listening_session (municipality_id, held_on);

-- A need in people's own words, as written down. need_id: the row of the public record, from publication on.
CREATE TABLE voiced_need (
  id uuid NOT NULL,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  mandate_id uuid NOT NULL REFERENCES mandate ON DELETE RESTRICT,
  session_id uuid REFERENCES listening_session ON DELETE RESTRICT,
  position integer NOT NULL CHECK (position > 0),
  statement text NOT NULL CHECK (length(statement) BETWEEN 1 AND 1000),
  language text NOT NULL DEFAULT 'sq',
  field_id uuid REFERENCES field ON DELETE RESTRICT,
  unit_id uuid REFERENCES administrative_unit ON DELETE RESTRICT,
  place text NOT NULL DEFAULT '',
  -- What kind of person spoke, never who: 'pupil', 'farmer'.
  speaker text NOT NULL DEFAULT '',
  review text NOT NULL DEFAULT 'open' CHECK (review IN ('open', 'accepted', 'withheld')),
  -- Why a withheld need is not shown to the public.
  review_note text NOT NULL DEFAULT '',
  need_id uuid REFERENCES need ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (municipality_id, id),
  CHECK (review <> 'withheld' OR review_note <> '')
);
CREATE INDEX voiced_need_by_session ON voiced_need (session_id, position);
CREATE INDEX voiced_need_by_mandate ON voiced_need (municipality_id, mandate_id, id);
