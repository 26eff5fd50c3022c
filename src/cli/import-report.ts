import { faultLine } from '#features/opendata/fault-line.ts';
import type { Translate } from '#i18n/translate.ts';
import type { ImportOutcome } from '#server/datapackage/import-package.ts';
import type { TablePlan } from '#server/datapackage/plan.ts';

type Refusal = Extract<ImportOutcome, { kind: 'refused' }>;
type Done = Exclude<ImportOutcome, Refusal>;

/** Every fault in a line, and how many there are. */
export function refusalLines({ faults, count }: Refusal, t: Translate): string[] {
  const untold = count - faults.length;
  return [
    ...faults.map((fault) => faultLine(fault, t)),
    ...(untold > 0 ? [t('cli.import.untold', { count: untold })] : []),
    t('cli.import.refused', { count }),
  ];
}

/** What changes, a line for each table; in detail also for each row added and each cell changed. */
export function* outcomeLines({ kind, plans }: Done, inDetail: boolean, t: Translate): Generator<string> {
  for (const plan of plans) {
    const { resource, added, changed, unchanged } = plan;
    const counts = { resource: resource.name, added: added.length, changed: changed.length, unchanged };
    if (added.length + changed.length + unchanged > 0) yield t('cli.import.table', counts);
    if (inDetail) yield* rowLines(plan);
  }
  yield t(`cli.import.${kind}`);
}

function* rowLines({ added, changed }: TablePlan): Generator<string> {
  for (const { key } of added) yield `  + ${key}`;
  for (const { row, changes } of changed) {
    for (const { column, before, after } of changes)
      yield `  ${row.key} ${column}: ${JSON.stringify(before ?? '')} → ${JSON.stringify(after ?? '')}`;
  }
}
