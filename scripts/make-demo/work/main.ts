/**
 * Writes data/demo-workspace/monitoring: what monitors found and coders gave in the rounds that the demonstration goes through
 * at its first start, with the same words and chances as the published rounds of data/demo.
 *
 *     node scripts/make-demo/work/main.ts [folder]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { csvLine } from '#server/datapackage/csv-line.ts';
import { publishedRounds, rounds, type RoundPlan } from '../compose/calendar.ts';
import { planContracts } from '../compose/contracts.ts';
import { followPriority } from '../compose/progress.ts';
import { codingsOf } from './codings.ts';
import { itemsOf } from './items.ts';

const folder = process.argv[2] ?? 'data/demo-workspace/monitoring';

/** The one after the last of the record. */
const current: RoundPlan = {
  key: '2026-2027',
  mandate: '2023-2027',
  codebook: 'pop-2',
  number: 4,
  starts: '2026-09',
  ends: '2027-08',
  published: null,
};

/** Where the demonstration works: the whole way, and half of it. What is published by it is left out of data/demo. */
const worked: Readonly<Record<string, readonly string[]>> = {
  'ullimare-2023': ['2024-2025', '2025-2026', '2026-2027'],
  'kreshmire-2023': ['2025-2026'],
};

const assessments = planContracts()
  .filter(({ key }) => key in worked)
  .flatMap((contract) => {
    const before = publishedRounds(contract.mandate, contract.firstYear);
    const all = [...before, ...rounds.filter(({ key }) => key === '2025-2026'), current];
    return contract.priorities
      .flatMap((priority) => followPriority(contract, priority, all))
      .filter(({ round }) => worked[contract.key]?.includes(round.key));
  });

function write(name: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [header, ...rows].map((cells) => csvLine(cells));
  writeFileSync(`${folder}/${name}.csv`, lines.join(''));
  console.log(`${name}: ${rows.length}`);
}

mkdirSync(folder, { recursive: true });
write(
  'evidence',
  'id round component kind class stance dated shows_sq shows_en publisher place number'.split(' '),
  assessments.flatMap(itemsOf),
);
write(
  'codings',
  'round component first second code rationale_sq rationale_en reason_sq reason_en looked_in asked'.split(
    ' ',
  ),
  assessments.flatMap(codingsOf),
);
