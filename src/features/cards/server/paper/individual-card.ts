import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { DomainError } from '#server/errors.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';

/** An edition of the network's card for one session, worded in the card's language. */
export interface PaperCards {
  /** 'Karta individuale, botimi 2' */
  name: string;
  network: string;
  municipality: string;
  /** What tells the session apart, as it is typed in when the cards are entered. */
  sessionCode: string;
  /** Without one there is a line to write it on. */
  unit?: string | undefined;
  /** Numbers that are printed on the cards, one a page; with none, one card whose number is written by hand. */
  numbers: readonly number[];
  sexes: readonly string[];
  ageBands: readonly string[];
  /** Every value of the scale in order, with its word where it has one. */
  scale: readonly { value: number; label?: string | undefined }[];
  fields: readonly { name: string; issues: readonly { position: number; statement: string }[] }[];
}

/** Cards of one file: more would keep everyone else's paper waiting. */
export const mostCards = 60;

/** The individual card, each on one A4 page. @throws DomainError 'bad-request' for more than `mostCards` numbers */
export async function individualCardPdf(
  app: Pick<App, 'pdf'>,
  cards: PaperCards,
  language: Language,
): Promise<Uint8Array> {
  if (cards.numbers.length > mostCards)
    throw new DomainError('bad-request', `over ${mostCards} cards at once`);
  const t = translator(language);
  const { numbers, scale, ...rest } = cards;
  const data = {
    ...rest,
    unit: cards.unit ?? null,
    numbers: numbers.length === 0 ? [null] : numbers.map(String),
    scale: scale.map(({ value, label }) => ({ value: String(value), label: label ?? null })),
    labels: {
      session: t('paper.card.session'),
      number: t('paper.card.number'),
      unit: t('paper.unit'),
      sex: t('paper.sex'),
      age: t('paper.age'),
      issue: t('paper.card.issue'),
      how: t('paper.card.how'),
      anonymous: t('paper.card.anonymous'),
      thanks: t('paper.card.thanks'),
    },
  };
  const title = `${cards.name}, ${cards.municipality}, ${cards.sessionCode}`;
  return renderPdf(app, 'features/cards/server/paper/individual-card.typ', data, { title, language });
}
