import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { translator } from '#i18n/translate.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { csvLine, guardFormula } from '#server/datapackage/csv-line.ts';
import { notFound } from '#server/errors.ts';
import { noteCodes } from '../../wordpress/item.ts';
import { notesWords } from '../../wordpress/words.ts';
import { mayKeepAddresses } from '../addresses.ts';
import * as store from './import-store.ts';

const notesSchema = z.array(z.object({ code: z.enum(noteCodes), value: z.string().optional() }));
const countsSchema = z.record(z.string(), z.number());
const shown = 200;
const atOnce = 500;

function present({ notes, ...line }: Awaited<ReturnType<typeof store.readLines>>[number]) {
  return {
    ...line,
    notes: (notesSchema.safeParse(notes).data ?? []).map(({ code, value }) =>
      value === undefined ? { code } : { code, value },
    ),
  };
}

/** What was brought over so far, newest first. @throws forbidden */
export async function listImports(app: App, actor: Actor) {
  mayKeepAddresses(actor);
  const rows = await store.readImports(app.db, 50);
  return rows.map(({ counts, ...row }) => ({ ...row, counts: countsSchema.safeParse(counts).data ?? {} }));
}

/** What became of each thing of an import, a page of them. @throws forbidden, not-found */
export async function showImport(app: App, actor: Actor, id: string, after: number) {
  mayKeepAddresses(actor);
  const found = z.uuid().safeParse(id).success ? await store.readImport(app.db, id) : undefined;
  if (!found) throw notFound(`import ${id}`);
  const lines = await store.readLines(app.db, id, { after, limit: shown + 1 });
  const rows = lines.slice(0, shown).map(present);
  return {
    run: { ...found, counts: countsSchema.safeParse(found.counts).data ?? {} },
    rows,
    next: lines.length > shown ? (rows.at(-1)?.position ?? null) : null,
  };
}

/** The whole report as CSV, line by line. */
export async function* writeReport(app: App, id: string, language: Language): AsyncGenerator<string> {
  const t = translator(language);
  yield csvLine(['kind', 'id', 'title', 'address', 'outcome', 'notes']);
  for (let after = 0; ;) {
    const lines = (await store.readLines(app.db, id, { after, limit: atOnce })).map(present);
    for (const { kind, sourceId, title, address, outcome, notes } of lines) {
      const cells = [kind, sourceId, title, address, t(`import.outcome.${outcome}`), notesWords(notes, t)];
      yield csvLine(cells.map(guardFormula));
    }
    if (lines.length < atOnce) return;
    after = lines.at(-1)?.position ?? after;
  }
}
