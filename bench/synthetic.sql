-- A record as large as a whole country's over forty years, beside the real one: 1,000 municipalities with 6 units each,
-- 10 mandates, 40 priorities to a contract, 2 rounds to a mandate, a status for each priority and round. Texts are made
-- of the real record's words, the frequent ones more often, so that search has to do with language and not with noise.

SET LOCAL work_mem = '256MB';

INSERT INTO source (id, key, title) VALUES (md5('source')::uuid, 'bench', 'Bench');

CREATE TEMPORARY TABLE vocabulary AS
SELECT language, word, row_number() OVER (PARTITION BY language ORDER BY uses DESC, word) AS place,
       count(*) OVER (PARTITION BY language)::integer AS size
FROM (
  SELECT language, word, count(*) AS uses
  FROM (
    SELECT 'sq' AS language, lower(w) AS word
    FROM (SELECT statement ->> 'sq' AS text FROM priority UNION ALL SELECT statement ->> 'sq' FROM need) t,
         regexp_split_to_table(text, '[^[:alpha:]]+') w
    UNION ALL
    SELECT 'en', lower(w)
    FROM (SELECT statement ->> 'en' AS text FROM priority UNION ALL SELECT statement ->> 'en' FROM need) t,
         regexp_split_to_table(text, '[^[:alpha:]]+') w
  ) spoken
  WHERE length(word) > 1
  GROUP BY language, word
) counted;

-- A number in [0, 1) that depends on its seed alone: the record is the same in every run.
CREATE FUNCTION pg_temp.draw(seed bigint) RETURNS double precision LANGUAGE sql IMMUTABLE AS
$$ SELECT (hashint8extended(seed, 7) & 1048575) / 1048576.0 $$;

-- Eleven words to a statement, frequent ones more often. Albanian ones are inflected; the last is a name of a place.
CREATE TEMPORARY TABLE phrase AS
SELECT n, m, p, language, string_agg(
         CASE WHEN i = 11 THEN initcap(syllables[1 + s % 23] || syllables[1 + s / 23 % 23] || syllables[1 + s / 529 % 23])
              WHEN i = 1 THEN initcap(word)
              WHEN language = 'sq' AND length(word) > 4 THEN word || endings[1 + s % 16]
              ELSE word END, ' ' ORDER BY i) AS text
FROM (
  SELECT n, m, p, i, language, 1 + floor(size * power(pg_temp.draw(seed), 2))::integer AS place,
         (pg_temp.draw(seed + 1) * 100000)::integer AS s
  FROM generate_series(1, 1000) n, generate_series(0, 9) m, generate_series(1, 40) p, generate_series(1, 11) i,
       (SELECT language, size, CASE language WHEN 'sq' THEN 0 ELSE 50000000 END AS start
        FROM vocabulary WHERE place = 1) v,
       LATERAL (SELECT start + 2 * (((n * 10 + m) * 40 + p) * 11 + i)::bigint AS seed) numbered
  OFFSET 0
) drawn
JOIN vocabulary USING (language, place)
CROSS JOIN (
  SELECT ARRAY['ba','dri','gu','lla','mje','sho','tre','vo','ki','ren','plo','zha','fu','ndi','kra','le','sta','xhi','po',
               'rre','qe','bo','mi'] AS syllables,
         ARRAY['','','','','','','a','i','t','ve','ut','it','ja','s','ën','eve'] AS endings
) parts
GROUP BY n, m, p, language;

INSERT INTO municipality (id, key, county_id, name, code, seat, area_km2, longitude, latitude)
SELECT md5('municipality ' || n)::uuid, 'bashkia-' || n, county.id, 'Bashkia ' || n, 'B' || n, 'Qendra ' || n,
       100 + n % 900, 19.3 + (n % 40) * 0.04, 39.7 + (n / 40) * 0.11
FROM generate_series(1, 1000) n
JOIN (SELECT id, row_number() OVER (ORDER BY key) - 1 AS place, count(*) OVER () AS counties FROM county) county
  ON county.place = n % county.counties;

INSERT INTO administrative_unit (id, key, municipality_id, name, code)
SELECT md5('unit ' || n || '-' || u)::uuid, 'bashkia-' || n || '-njesia-' || u, md5('municipality ' || n)::uuid,
       'Njësia ' || n || '/' || u, 'B' || n || 'N' || u
FROM generate_series(1, 1000) n, generate_series(1, 6) u;

INSERT INTO population (id, key, municipality_id, year, people)
SELECT md5('population ' || n || ' ' || year)::uuid, 'bashkia-' || n || '-' || year, md5('municipality ' || n)::uuid, year,
       5000 + n * 37
FROM generate_series(1, 1000) n, unnest(ARRAY[2011, 2023]) year;

INSERT INTO person (id, key, name)
SELECT md5('person ' || n || ' ' || m)::uuid, 'kryetar-' || n || '-' || m, 'Kryetar ' || n || '.' || m
FROM generate_series(1, 1000) n, generate_series(0, 9) m;

INSERT INTO post (id, key, person_id, municipality_id, office, since, until)
SELECT md5('post ' || n || ' ' || m)::uuid, 'kryetar-' || n || '-' || m, md5('person ' || n || ' ' || m)::uuid,
       md5('municipality ' || n)::uuid, 'mayor', (1987 + 4 * m)::text,
       CASE WHEN m < 9 THEN (1991 + 4 * m)::text END
FROM generate_series(1, 1000) n, generate_series(0, 9) m;

INSERT INTO organisation (id, key, name)
SELECT md5('organisation ' || o)::uuid, 'bench-organizata-' || o,
       jsonb_build_object('sq', 'Organizata ' || o, 'en', 'Organisation ' || o)
FROM generate_series(1, 50) o;

INSERT INTO membership (id, key, organisation_id, municipality_id, role)
SELECT md5('membership ' || n)::uuid, 'bench-' || n, md5('organisation ' || (1 + n % 50))::uuid,
       md5('municipality ' || n)::uuid, 'member'
FROM generate_series(1, 1000) n;

INSERT INTO mandate (id, key, starts, ends)
SELECT md5('mandate ' || m)::uuid, 'bench-' || (1987 + 4 * m), (1987 + 4 * m)::text, (1991 + 4 * m)::text
FROM generate_series(0, 9) m;

INSERT INTO round (id, key, mandate_id, codebook_id, number, starts, ends, published_on)
SELECT md5('round ' || m || ' ' || r)::uuid, 'bench-' || (1987 + 4 * m) || '-' || r, md5('mandate ' || m)::uuid, codebook.id, r,
       (1986 + 4 * m + r) || '-09', (1987 + 4 * m + r) || '-09', (1987 + 4 * m + r) || '-12-01'
FROM generate_series(0, 9) m, generate_series(1, 2) r, codebook
WHERE codebook.key = 'pop-2019';

INSERT INTO contract (id, key, municipality_id, mandate_id, starts, ends, binding_language, priority_count, priority_count_is)
SELECT md5('contract ' || n || ' ' || m)::uuid, 'bashkia-' || n || '-' || (1987 + 4 * m), md5('municipality ' || n)::uuid,
       md5('mandate ' || m)::uuid, (1987 + 4 * m)::text, (1991 + 4 * m)::text, 'sq', 40, 'exact'
FROM generate_series(1, 1000) n, generate_series(0, 9) m;

INSERT INTO signature (id, key, contract_id, state, signatory, person_id, occurred_on)
SELECT md5('signature ' || n || ' ' || m)::uuid, 'bashkia-' || n || '-' || (1987 + 4 * m), md5('contract ' || n || ' ' || m)::uuid,
       'signed', 'mayor', md5('person ' || n || ' ' || m)::uuid, (1987 + 4 * m) || '-06'
FROM generate_series(1, 1000) n, generate_series(0, 9) m;

INSERT INTO priority (id, key, contract_id, field_id, position, number, statement, field_basis, coverage)
SELECT md5('priority ' || n || ' ' || m || ' ' || p)::uuid, 'bashkia-' || n || '-' || (1987 + 4 * m) || '-' || p,
       md5('contract ' || n || ' ' || m)::uuid, field.id, p, p::text,
       jsonb_build_object('sq', sq.text, 'en', en.text),
       'stated', CASE WHEN p % 4 = 0 THEN 'listed' ELSE 'municipality' END
FROM phrase sq
JOIN phrase en USING (n, m, p)
JOIN (SELECT id, row_number() OVER (ORDER BY position) - 1 AS place, count(*) OVER () AS fields FROM field) field
  ON field.place = (n + p) % field.fields
WHERE sq.language = 'sq' AND en.language = 'en'
ORDER BY sq.n, sq.m, sq.p;

INSERT INTO priority_place (id, key, priority_id, unit_id)
SELECT md5('place ' || n || ' ' || m || ' ' || p)::uuid,
       'bashkia-' || n || '-' || (1987 + 4 * m) || '-' || p || '/bashkia-' || n || '-njesia-' || (1 + p % 6),
       md5('priority ' || n || ' ' || m || ' ' || p)::uuid, md5('unit ' || n || '-' || (1 + p % 6))::uuid
FROM generate_series(1, 1000) n, generate_series(0, 9) m, generate_series(4, 40, 4) p;

INSERT INTO citation (subject_id, subject_kind, source_id, position)
SELECT id, 'priority', md5('source')::uuid, 1 FROM priority WHERE key LIKE 'bashkia-%';

-- Shares as the network published them: 17 % fully, 58 % partly, the rest not, or without data.
INSERT INTO status (id, key, priority_id, round_id, kind, status, published_on)
SELECT md5('status ' || n || ' ' || m || ' ' || p || ' ' || r)::uuid,
       'bashkia-' || n || '-' || (1987 + 4 * m) || '-' || p || '/bench-' || (1987 + 4 * m) || '-' || r || '/1',
       md5('priority ' || n || ' ' || m || ' ' || p)::uuid, md5('round ' || m || ' ' || r)::uuid, 'assessment',
       CASE WHEN chance < 0.17 THEN 'fully' WHEN chance < 0.75 THEN 'partly' WHEN chance < 0.97 THEN 'not' ELSE 'no-data' END,
       (1987 + 4 * m + r) || '-12-01'
FROM generate_series(1, 1000) n
CROSS JOIN generate_series(0, 9) m
CROSS JOIN generate_series(1, 40) p
CROSS JOIN generate_series(1, 2) r
CROSS JOIN LATERAL (SELECT pg_temp.draw(-(((n * 10 + m) * 40 + p) * 2 + r)::bigint) AS chance) drawn;

ANALYZE;
