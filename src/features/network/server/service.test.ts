import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listArticles } from '#features/articles/server/service.ts';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { listMembers, showMember } from './service.ts';

const { app } = useRecord('demo');

test('the coordinator stands first among the members, and no member is told of that does not exist', async () => {
  const [first] = await listMembers(app());
  expect(first?.isCoordinator).toBe(true);
  await expect(showMember(app(), 'nobody')).rejects.toThrow('nobody');
});

test('a member’s contracts each stand with the keys of the rounds that were published for them', async () => {
  const { monitored } = await showMember(app(), 'ullinjte-e-paqes');
  const [{ rounds } = { rounds: [] }] = monitored.filter(({ mandate }) => mandate === '2023-2027');
  expect(rounds).toContain('2023-2024');
});

test('a member’s page names what it wrote, newest first, and leads to all of it', async () => {
  await sql`UPDATE article SET organisation_id = (SELECT id FROM organisation WHERE key = 'ullinjte-e-paqes')
             WHERE key IN (SELECT key FROM article ORDER BY key LIMIT 3)`.execute(app().db);
  const { written } = await showMember(app(), 'ullinjte-e-paqes');
  expect(written.length).toBe(3);
  expect(new Set(written.map(({ organisationKey }) => organisationKey))).toEqual(
    new Set(['ullinjte-e-paqes']),
  );
  const dates = written.map(({ publishedOn }) => publishedOn ?? '');
  expect(dates).toEqual(dates.toSorted().toReversed());
  const { rows, organisationName } = await listArticles(app(), { organisation: 'ullinjte-e-paqes' });
  expect(rows.map(({ key }) => key).slice(0, written.length)).toEqual(written.map(({ key }) => key));
  expect(organisationName).not.toBeNull();
  expect((await listArticles(app(), { organisation: 'askush' })).rows).toEqual([]);
});
