import type { Actor } from '#features/accounts/actor.ts';
import { gathersIn } from '../../policy.ts';
import type { Language } from '#i18n/languages.ts';
import { formatsFor } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { writeTemplate } from '#server/spreadsheet/write-sheet.ts';
import { readDetails } from '../../details.ts';
import { stateOf } from '../../state.ts';
import { detailFacts } from '../../words.ts';
import { assessmentToSee } from '../access.ts';
import { readComponents, readNameable } from '../assessment-store.ts';
import { fieldsOfItem } from '../item-fields.ts';
import type { Item } from '../item-store.ts';
import { cellsOfFields } from './cells.ts';
import { evidenceColumns, listedValues } from './columns.ts';
import { readSheetContext, type SheetContext } from './context.ts';

/**
 * The evidence of an assessment as a spreadsheet, as far as the actor sees it on its page: to read, and for those who gather
 * here to change and hand in again.
 * @param what 'template': the columns alone, to fill in
 * @throws not-found
 */
export async function exportItems(
  app: App,
  actor: Actor,
  assessmentId: string,
  { language, what }: { language: Language; what: 'items' | 'template' },
): Promise<Buffer> {
  const assessment = await assessmentToSee(app.db, actor, assessmentId);
  const [components, nameable] = await Promise.all([
    readComponents(app.db, assessment.id),
    // Who only reads names nobody, and is told of nobody.
    gathersIn(actor, assessment.municipalityId)
      ? readNameable(app.db, assessment, dayOf(app.clock()))
      : Promise.resolve([]),
  ]);
  const people = nameable.filter(({ id }) => actor.kind !== 'account' || id !== actor.id);
  const context = await readSheetContext(app.db, {
    assessment,
    stage: assessment.stage,
    components,
    people,
    actor,
    language,
  });
  const rows = what === 'template' ? [] : context.items.map((item) => rowOf(item, context));
  return writeTemplate(evidenceColumns, language, rows, listedValues({ components, people }, language));
}

function rowOf(item: Item, context: SheetContext): string[] {
  const t = translator(context.language);
  const fields = cellsOfFields(fieldsOfItem(item), context, t);
  const files = context.files.filter(({ itemId }) => itemId === item.id);
  const cells: Readonly<Record<string, string>> = {
    ...fields,
    id: item.id,
    version: String(item.version),
    state: t(`evidence.state.${stateOf(item)}`),
    files: files.map(({ name, original }) => `${name} SHA-256 ${original}`).join('\n'),
    read: readFromFile(item, context),
  };
  return evidenceColumns.map(({ key }) => cells[key] ?? '');
}

/** What nobody typed: of a procurement's release, and of a page that was kept. */
function readFromFile(item: Item, { language }: SheetContext): string {
  if (item.kind !== 'procurement' && item.kind !== 'link') return '';
  const t = translator(language);
  return detailFacts(readDetails(item.kind, item.details), { t, formats: formatsFor(language) })
    .map(({ term, values }) => `${term}: ${values.map(({ text }) => text).join(', ')}`)
    .join('\n');
}
