-- A record as it was at migration 11: a row of each table that later ones change, with every value that was allowed.
INSERT INTO source (id, key, title) VALUES ('00000000-0000-4000-8000-000000000001', 'letter', 'Letra e bashkisë');
INSERT INTO county (id, key, name, full_name)
VALUES ('00000000-0000-4000-8000-000000000002', 'fier', 'Fier', '{"sq": "Qarku i Fierit", "en": "Fier County"}');
INSERT INTO municipality (id, key, county_id, name, longitude, latitude)
VALUES ('00000000-0000-4000-8000-000000000003', 'fier', '00000000-0000-4000-8000-000000000002', 'Fier', 19.55, 40.72);
INSERT INTO field (id, key, name, position)
VALUES ('00000000-0000-4000-8000-000000000004', 'roads', '{"sq": "Rrugët", "en": "Roads"}', 1);
INSERT INTO mandate (id, key, starts, ends) VALUES ('00000000-0000-4000-8000-000000000005', '2019', '2019', '2023');
INSERT INTO person (id, key, name) VALUES ('00000000-0000-4000-8000-000000000006', 'a-a', 'Arben Arbëri');
INSERT INTO organisation (id, key, name)
VALUES ('00000000-0000-4000-8000-000000000007', 'qendra', '{"sq": "Qendra", "en": "The Centre"}');
INSERT INTO contract (id, key, municipality_id, mandate_id, priority_count, priority_count_is)
VALUES ('00000000-0000-4000-8000-000000000008', 'fier-2019', '00000000-0000-4000-8000-000000000003',
        '00000000-0000-4000-8000-000000000005', 10, 'at-least');
INSERT INTO priority (id, key, contract_id, field_id, position, statement, field_basis, coverage)
VALUES ('00000000-0000-4000-8000-000000000009', 'fier-2019/1', '00000000-0000-4000-8000-000000000008',
        '00000000-0000-4000-8000-000000000004', 1, '{"sq": "Rruga e fshatit"}', 'inferred', 'municipality');
INSERT INTO event (id, key, kind, municipality_id, title, starts, participants, participants_is)
VALUES ('00000000-0000-4000-8000-000000000010', '2019-forum', 'forum', '00000000-0000-4000-8000-000000000003',
        '{"sq": "Forumi"}', '2019-05', 40, 'about');
INSERT INTO signature (id, key, contract_id, state, signatory, person_id, event_id, occurred_on, expected_on)
SELECT gen_random_uuid(), 'fier-2019/' || state || '/' || signatory, '00000000-0000-4000-8000-000000000008', state, signatory,
       '00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000010', '2019-06-01',
       CASE state WHEN 'expected' THEN '2019-07' END
  FROM unnest('{invited,pledged,signed,declined,no-answer,expected}'::text[]) state,
       unnest('{candidate,mayor,council,organisation,unknown}'::text[]) signatory;
INSERT INTO need (id, key, municipality_id, field_id, field_basis, event_id, channel, statement, voiced_on)
SELECT gen_random_uuid(), 'fier/' || channel || '/' || basis, '00000000-0000-4000-8000-000000000003',
       '00000000-0000-4000-8000-000000000004', basis, '00000000-0000-4000-8000-000000000010', channel, '{"sq": "Rrugë e shtruar"}', '2019'
  FROM unnest('{focus-group,monitoring-meeting,report-presentation,budget-hearing,forum}'::text[]) channel,
       unnest('{stated,inferred}'::text[]) basis;
INSERT INTO citation (subject_id, subject_kind, source_id, position)
SELECT id, 'need', '00000000-0000-4000-8000-000000000001', 0 FROM need;
INSERT INTO file (sha256, media_type, size_bytes) VALUES (repeat('a', 64), 'image/jpeg', 5000000000);
INSERT INTO mail_outbox (id, recipient, subject, body_text)
VALUES ('00000000-0000-4000-8000-000000000011', 'a@demo.example', 'Ftesë', 'Ejani!');
INSERT INTO audit_event (id, actor, action, subject_kind, subject_id, reason, before, after)
VALUES ('00000000-0000-4000-8000-000000000012', 'cli', 'import', 'need', 'fier/forum/stated', 'Shtuar nga letra', NULL, '{"n": 1}');
