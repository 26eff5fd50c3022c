import type { Actor } from '#features/accounts/actor.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { writeTemplate } from '#server/spreadsheet/write-sheet.ts';
import { cellOfSearches, markOf } from '../../sheet-cells.ts';
import { codingColumns } from '../../sheet-columns.ts';
import { readOwnCodings, type OwnCoding } from './own-codings.ts';

/** A coder's list as a spreadsheet: what they have to code, with their own codings as far as they are. @throws forbidden */
export async function exportCodings(app: App, actor: Actor, language: Language): Promise<Buffer> {
  const rows = await readOwnCodings(app, actor);
  return writeTemplate(
    codingColumns,
    language,
    rows.map((row) => cellsOf(row, language)),
  );
}

function cellsOf({ listed, own, evidence }: OwnCoding, language: Language): string[] {
  return [
    listed.id,
    String(own?.version ?? 0),
    listed.municipalityName,
    listed.priority,
    String(listed.component),
    pickText(listed.statement, language),
    evidence.map((item) => `${markOf(item.id)} ${item.class} ${pickText(item.shows, language)}`).join('\n'),
    own?.code ?? '',
    own?.language ?? language,
    own?.rationale ?? '',
    (own?.evidence ?? []).map(markOf).join(', '),
    cellOfSearches(own?.searches ?? []),
  ];
}
