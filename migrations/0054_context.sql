-- What stood around the work and made a year different: disasters, epidemics, crises, and challenges of the members' work. The
-- highest version of a name holds; municipality rows say where, none: everywhere. Elections stand in a table of their own.
CREATE TABLE context_period (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  -- Shared by all versions, and what addresses hold.
  name text NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9._-]*$' AND length(name) <= 150),
  version integer NOT NULL CHECK (version > 0),
  kind text NOT NULL CHECK (kind IN ('challenge', 'disaster', 'epidemic', 'crisis')),
  state text NOT NULL CHECK (state IN ('stands', 'withdrawn')),
  starts partial_date NOT NULL,
  ends partial_date,
  -- at-least: it lasted until then, and maybe longer; ongoing: it lasts; unknown: nothing tells when it ended.
  ends_is text NOT NULL CHECK (ends_is IN ('known', 'at-least', 'ongoing', 'unknown')),
  title localised NOT NULL,
  summary localised,
  -- Why the version before was wrong.
  reason localised,
  published_on date,
  UNIQUE (name, version),
  CONSTRAINT context_period_ends_check CHECK ((ends IS NOT NULL) = (ends_is IN ('known', 'at-least'))),
  CONSTRAINT context_period_reason_check CHECK ((version = 1) = (reason IS NULL)),
  CONSTRAINT context_period_first_stands_check CHECK (state = 'stands' OR version > 1)
);

CREATE TABLE context_municipality (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  period_id uuid NOT NULL REFERENCES context_period ON DELETE RESTRICT,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  UNIQUE (period_id, municipality_id)
);
CREATE INDEX context_municipality_by_municipality ON context_municipality (municipality_id);

-- The work on one version of a period. corrects: the name of the period, where one is public already.
CREATE TABLE context_draft (
  id uuid PRIMARY KEY,
  corrects text,
  kind text NOT NULL CHECK (kind IN ('challenge', 'disaster', 'epidemic', 'crisis')),
  state text NOT NULL CHECK (state IN ('stands', 'withdrawn')),
  starts partial_date NOT NULL,
  ends partial_date,
  ends_is text NOT NULL CHECK (ends_is IN ('known', 'at-least', 'ongoing', 'unknown')),
  title localised NOT NULL,
  summary localised NOT NULL,
  municipality_ids uuid[] NOT NULL DEFAULT '{}',
  -- [{"title", "url"}]
  sources jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(sources) = 'array'),
  reason localised NOT NULL DEFAULT '{}',
  period_id uuid UNIQUE REFERENCES context_period ON DELETE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT context_draft_ends_check CHECK ((ends IS NOT NULL) = (ends_is IN ('known', 'at-least')))
);
-- One correction of a period is worked on at a time.
CREATE UNIQUE INDEX context_draft_of_period ON context_draft (corrects) WHERE period_id IS NULL;
CREATE INDEX context_draft_by_author ON context_draft (created_by);

-- Until now such a period was an event of the kind 'context'. It keeps its key, and takes the id that this key has in its new
-- table on every installation: UUID version 5, of which PostgreSQL has no SHA-1 of its own.
CREATE FUNCTION pg_temp.sha1(message bytea) RETURNS bytea LANGUAGE plpgsql STRICT AS $$
DECLARE
  whole constant bigint := 4294967295;
  size constant bigint := length(message) * 8;
  padded bytea := message || '\x80'::bytea
    || decode(repeat('00', (119 - length(message) % 64) % 64), 'hex') || int8send(size);
  h bigint[] := ARRAY[1732584193, 4023233417, 2562383102, 271733878, 3285377520];
  a bigint; b bigint; c bigint; d bigint; e bigint; f bigint; k bigint; word bigint;
  w bigint[];
BEGIN
  FOR block IN 0 .. length(padded) / 64 - 1 LOOP
    w := ARRAY[]::bigint[];
    FOR i IN 0 .. 15 LOOP
      word := 0;
      FOR j IN 0 .. 3 LOOP word := (word << 8) | get_byte(padded, block * 64 + i * 4 + j); END LOOP;
      w := w || word;
    END LOOP;
    FOR i IN 17 .. 80 LOOP
      word := w[i - 3] # w[i - 8] # w[i - 14] # w[i - 16];
      w := w || (((word << 1) | (word >> 31)) & whole);
    END LOOP;
    a := h[1]; b := h[2]; c := h[3]; d := h[4]; e := h[5];
    FOR i IN 1 .. 80 LOOP
      IF i <= 20 THEN f := (b & c) | ((whole - b) & d); k := 1518500249;
      ELSIF i <= 40 THEN f := b # c # d; k := 1859775393;
      ELSIF i <= 60 THEN f := (b & c) | (b & d) | (c & d); k := 2400959708;
      ELSE f := b # c # d; k := 3395469782;
      END IF;
      word := ((((a << 5) | (a >> 27)) & whole) + f + e + k + w[i]) & whole;
      e := d; d := c; c := ((b << 30) | (b >> 2)) & whole; b := a; a := word;
    END LOOP;
    h := ARRAY[(h[1] + a) & whole, (h[2] + b) & whole, (h[3] + c) & whole, (h[4] + d) & whole, (h[5] + e) & whole];
  END LOOP;
  RETURN decode((SELECT string_agg(lpad(to_hex(part), 8, '0'), '' ORDER BY place)
    FROM unnest(h) WITH ORDINALITY AS t(part, place)), 'hex');
END $$;

CREATE FUNCTION pg_temp.record_id(name text, key text) RETURNS uuid LANGUAGE plpgsql STRICT AS $$
DECLARE
  hash bytea := substring(pg_temp.sha1(decode('5b8f0c6e6a4d4f1c9d0e2f7c3a1b9e44', 'hex')
    || convert_to(name || ':' || key, 'UTF8')) FROM 1 FOR 16);
BEGIN
  hash := set_byte(hash, 6, (get_byte(hash, 6) & 15) | 80);
  hash := set_byte(hash, 8, (get_byte(hash, 8) & 63) | 128);
  RETURN encode(hash, 'hex')::uuid;
END $$;

CREATE TEMPORARY TABLE moved_context ON COMMIT DROP AS
  SELECT event.id AS event_id, pg_temp.record_id('context_period', event.key) AS period_id,
         pg_temp.record_id('context_municipality', event.key || '/' || municipality.key) AS place_id,
         municipality.key AS municipality_key
    FROM event LEFT JOIN municipality ON municipality.id = event.municipality_id
   WHERE event.kind = 'context';

INSERT INTO context_period (id, key, name, version, kind, state, starts, ends, ends_is, title, summary)
  SELECT moved.period_id, event.key, event.key, 1,
         CASE WHEN event.key LIKE '%covid%' THEN 'epidemic' ELSE 'disaster' END, 'stands',
         event.starts,
         -- What has a day is over with it; what is known to the month alone may have lasted.
         coalesce(event.ends, CASE WHEN length(event.starts) = 10 THEN event.starts::text END),
         CASE WHEN event.ends IS NOT NULL OR length(event.starts) = 10 THEN 'known' ELSE 'unknown' END,
         event.title, event.summary
    FROM event JOIN moved_context moved ON moved.event_id = event.id;
INSERT INTO context_municipality (id, key, period_id, municipality_id)
  SELECT moved.place_id, event.key || '/' || moved.municipality_key, moved.period_id, event.municipality_id
    FROM event JOIN moved_context moved ON moved.event_id = event.id
   WHERE event.municipality_id IS NOT NULL;
INSERT INTO citation (subject_id, subject_kind, source_id, position)
  SELECT moved.period_id, 'context_period', citation.source_id, citation.position
    FROM citation JOIN moved_context moved ON moved.event_id = citation.subject_id
  UNION ALL
  SELECT moved.place_id, 'context_municipality', citation.source_id, citation.position
    FROM citation JOIN moved_context moved ON moved.event_id = citation.subject_id
   WHERE moved.place_id IS NOT NULL;

-- An event to which others refer stays one, so that nothing is lost.
UPDATE event SET kind = 'meeting'
 WHERE kind = 'context' AND (
   EXISTS (SELECT FROM event_person WHERE event_id = event.id) OR EXISTS (SELECT FROM conclusion WHERE event_id = event.id)
   OR EXISTS (SELECT FROM signature WHERE event_id = event.id) OR EXISTS (SELECT FROM need WHERE event_id = event.id)
   OR EXISTS (SELECT FROM event_photo WHERE event_id = event.id) OR EXISTS (SELECT FROM event_attendance WHERE event_id = event.id)
   OR EXISTS (SELECT FROM event_topic WHERE event_id = event.id) OR EXISTS (SELECT FROM event_party WHERE event_id = event.id)
   OR EXISTS (SELECT FROM event_item WHERE event_id = event.id) OR EXISTS (SELECT FROM event_document WHERE event_id = event.id)
   OR EXISTS (SELECT FROM event_municipality WHERE event_id = event.id) OR EXISTS (SELECT FROM event_plan WHERE event_id = event.id)
   OR EXISTS (SELECT FROM listening_session WHERE event_id = event.id) OR EXISTS (SELECT FROM forum WHERE event_id = event.id));
DELETE FROM citation USING event WHERE citation.subject_id = event.id AND event.kind = 'context';
DELETE FROM search_document USING event WHERE search_document.subject_id = event.id AND event.kind = 'context';
DELETE FROM event WHERE kind = 'context';
UPDATE record_version SET version = version + 1, changed_at = now() WHERE EXISTS (SELECT FROM moved_context);

ALTER TABLE event DROP CONSTRAINT event_kind_check;
ALTER TABLE event ADD CONSTRAINT event_kind_check CHECK (kind IN (
  'conference', 'forum', 'focus-group', 'training', 'meeting', 'campaign', 'listening', 'report', 'hearing', 'interview',
  'petition', 'review'
));
