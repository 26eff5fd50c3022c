-- A short form for anyone: of a session of its kind, or of the municipality. Its questions are fixed once it has been opened.
CREATE TABLE questionnaire (
  id uuid PRIMARY KEY,
  -- Stands in the short address /q/<code>.
  code text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9]{6,12}$'),
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  session_id uuid REFERENCES listening_session ON DELETE RESTRICT,
  title localised NOT NULL,
  -- What for, in words for who answers.
  purpose localised NOT NULL,
  questions jsonb NOT NULL CHECK (jsonb_typeof(questions) = 'array'),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed')),
  opens_on date,
  closes_on date,
  results_published_on date,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (closes_on IS NULL OR opens_on IS NULL OR closes_on >= opens_on),
  CHECK (results_published_on IS NULL OR state = 'closed')
);
CREATE INDEX questionnaire_by_municipality ON questionnaire (municipality_id, created_at);
CREATE INDEX questionnaire_by_session ON questionnaire (session_id);

-- One person's answers, without the person: no name, no address, no time of day.
CREATE TABLE questionnaire_answer (
  id uuid NOT NULL,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  questionnaire_id uuid NOT NULL REFERENCES questionnaire ON DELETE RESTRICT,
  channel text NOT NULL CHECK (channel IN ('online', 'paper')),
  -- Choices and scales by the question's id: {"q1": ["a"], "q2": 4}.
  answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
  received_on date NOT NULL,
  entered_by uuid REFERENCES account ON DELETE SET NULL,
  PRIMARY KEY (municipality_id, id),
  -- Who came by paper was entered by someone; who came online by nobody.
  CHECK (channel = 'paper' OR entered_by IS NULL)
);
CREATE INDEX questionnaire_answer_by_questionnaire ON questionnaire_answer (municipality_id, questionnaire_id, id);

-- What someone wrote in their own words: seen by nobody outside before someone has read it.
CREATE TABLE questionnaire_text (
  municipality_id uuid NOT NULL,
  answer_id uuid NOT NULL,
  questionnaire_id uuid NOT NULL REFERENCES questionnaire ON DELETE RESTRICT,
  question text NOT NULL CHECK (length(question) <= 20),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  review text NOT NULL DEFAULT 'open' CHECK (review IN ('open', 'accepted', 'withheld')),
  reviewed_by uuid REFERENCES account ON DELETE SET NULL,
  PRIMARY KEY (municipality_id, answer_id, question),
  FOREIGN KEY (municipality_id, answer_id) REFERENCES questionnaire_answer (municipality_id, id) ON DELETE CASCADE
);
CREATE INDEX questionnaire_text_by_questionnaire ON questionnaire_text (municipality_id, questionnaire_id, question, answer_id);
