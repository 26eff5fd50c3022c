import { pickText, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { partyWords } from '../../words.ts';
import { showAnswerTable } from '../public.ts';
import { answersTablePdf } from './answers-table.ts';

/** The public table of a forum as a page to hang up; typeset once for each version of the record. @throws not-found */
const typesetTable = perVersion((app, key: string, asked: string) =>
  makeTable(app, key, asked === 'en' ? 'en' : 'sq'),
);

export function publicTablePdf(app: App, key: string, language: Language): Promise<Uint8Array> {
  return typesetTable(app, key, language);
}

async function makeTable(app: App, key: string, language: Language): Promise<Uint8Array> {
  const { forum, candidates, rows } = await showAnswerTable(app, key);
  const t = translator(language);
  return answersTablePdf(
    app,
    {
      title: t('forum.table-title', { municipality: forum.municipalityName }),
      municipality: forum.municipalityName,
      network: t('site.tagline'),
      order: forum.lotMethod ? 'lot' : 'name',
      candidates: candidates.map((candidate) => ({
        name: candidate.name,
        party: [partyWords(candidate, t), candidate.withdrawnOn ? t('forum.withdrawn') : '']
          .filter(Boolean)
          .join('; '),
      })),
      priorities: rows.map(({ position, number, heading, statement, cells }) => ({
        number: String(number ?? position),
        text: pickText(heading, language) || pickText(statement, language),
        answers: cells.map(({ current }) =>
          current
            ? { answer: current.answer, words: pickText(current.words, language) || undefined }
            : { answer: 'not-recorded' as const },
        ),
      })),
      address: new URL(`/${language}/forums/${key}/table`, app.config.publicUrl).href,
    },
    language,
  );
}
