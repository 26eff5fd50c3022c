import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { qrData } from '#server/pdf/qr-data.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';
import { answers, type Answer } from '../../answer.ts';

/** What a candidate said of a priority; 'not-recorded' where nobody has written it down yet. */
export type PaperAnswer = Answer | 'not-recorded';

/** Candidates and priorities of a forum. Texts are in the table's language already. */
export interface AnswersTable {
  /** 'Forumi publik, Vlorë, 12 prill 2027' */
  title: string;
  municipality: string;
  network: string;
  /** How the candidates' order came about, which is said on the page. */
  order: 'lot' | 'name';
  candidates: readonly { name: string; party?: string | undefined }[];
  priorities: readonly {
    number: string;
    text: string;
    /** One of each candidate, in the candidates' order, with the candidate's own words where there are some. */
    answers: readonly { answer: PaperAnswer; words?: string | undefined }[];
  }[];
  address: string;
}

/** Who answered what, on one A4 page in landscape as long as letters of 5.5 points hold it. */
export function answersTablePdf(
  app: Pick<App, 'pdf'>,
  table: AnswersTable,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const data = {
    network: table.network,
    municipality: table.municipality,
    candidates: table.candidates.map(({ name, party }) => ({ name, party: party ?? null })),
    priorities: table.priorities.map(({ number, text, answers }) => ({
      number,
      text,
      answers: table.candidates.map((_, index) => {
        const { answer, words } = answers[index] ?? { answer: 'not-recorded' };
        return { answer, label: t(`forum.answer.${answer}`), words: words ?? null };
      }),
    })),
    legend: [...answers, 'not-recorded' as const].map((answer) => ({
      answer,
      label: t(`forum.answer.${answer}`),
    })),
    ...qrData(table.address, language),
    labels: {
      priority: t('paper.contract.priority'),
      number: t('paper.number'),
      order: t(`paper.forum.order.${table.order}`),
      none: t('paper.contract.none'),
      readMore: t('paper.forum.read-more'),
    },
  };
  const template = 'features/forums/server/paper/answers-table.typ';
  return renderPdf(app, template, data, { title: table.title, language });
}
