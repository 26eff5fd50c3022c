import { expect, test } from 'vitest';
import { asOfAsked } from '#features/monitoring/server/as-of.ts';
import { listRounds, networkFigures } from '#features/monitoring/server/rounds.ts';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { buildReport } from './build.ts';

const { app, database } = useRecord('demo');
const name = { round: '2023-2024', municipality: null };

async function reportOn(day: string, municipality: string | null = null) {
  return buildReport(app(), { ...name, municipality }, { asOf: await asOfAsked(app(), day) });
}

test('there is no report before its round was published', async () => {
  await expect(reportOn('2025-01-22')).rejects.toThrow('not-found');
  expect((await reportOn('2025-01-23')).asOf).toBe('2025-01-23');
});

test('a report of a day has the figures of that day, whole and by field, and what was put right by then', async () => {
  await database().pool.query(
    `INSERT INTO status (id, key, priority_id, round_id, version, kind, status, reason, published_on)
     SELECT gen_random_uuid(), 'later-correction', priority_id, round_id, 2, 'correction',
            CASE status WHEN 'not' THEN 'fully' ELSE 'not' END, '{"sq": "Gabim", "en": "Wrong"}', '2025-06-01'
     FROM status WHERE key = 'ullimare-2023-1/2023-2024/1'`,
  );
  for (const [day, corrections] of [
    ['2025-05-31', 0],
    ['2025-06-01', 1],
  ] as const) {
    const { shownAs } = await asOfAsked(app(), day);
    const all = await networkFigures(app(), await listRounds(app()), undefined, shownAs);
    const figures = all.find(({ round }) => round.key === name.round)?.figures;
    const whole = await reportOn(day);
    expect(whole.figures).toEqual(figures);
    const byField = (status: 'fully' | 'not') =>
      whole.fields.reduce((sum, field) => sum + field.figures.counts[status], 0);
    expect([byField('fully'), byField('not')]).toEqual([figures?.counts.fully, figures?.counts.not]);
    const ours = ({ priority }: { priority: string }) => priority === 'ullimare-2023-1';
    expect(whole.corrections.filter(ours)).toHaveLength(corrections);
    const own = await reportOn(day, 'ullimare');
    expect(own.corrections.filter(ours)).toHaveLength(corrections);
    expect(own.priorities.find(({ key }) => key === 'ullimare-2023-1')?.version).toBe(1 + corrections);
    expect(own.fields.reduce((sum, field) => sum + field.figures.counts.fully, 0)).toBe(
      own.figures.counts.fully,
    );
  }
});
