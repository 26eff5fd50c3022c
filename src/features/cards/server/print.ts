import type { Actor } from '#features/accounts/actor.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { issuesByField, valuesOf } from '../card-form.ts';
import { ageBands, sexes } from '../person.ts';
import type { PrintCommand } from '../schema.ts';
import { sessionFor } from './batches.ts';
import { showForm } from './forms.ts';
import { individualCardPdf } from './paper/individual-card.ts';

/**
 * The card on paper, in one language: for a session, with numbers from one on; or one sheet with lines to write on.
 * @throws not-found for a session that is not theirs to know
 */
export async function printCards(
  app: App,
  actor: Actor,
  formId: string,
  { session: sessionId, from, count }: PrintCommand,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const { form } = await showForm(app, actor, formId);
  const session = sessionId === null ? null : await sessionFor(app.db, actor, sessionId);
  const cards = {
    name: t('cards.form.name', { name: pickText(form.name, language), edition: form.edition }),
    network: t('site.name'),
    municipality: session?.municipality ?? '',
    // A day and four signs tell a municipality's sessions apart on a pile of paper.
    sessionCode: session ? `${session.heldOn} ${session.id.slice(0, 4)}` : '',
    ...(session?.unit ? { unit: session.unit } : {}),
    numbers: session ? Array.from({ length: count }, (_, index) => from + index) : [],
    sexes: sexes.map((sex) => t(`cards.sex.${sex}`)),
    ageBands: ageBands.map((band) => t(`cards.age.${band}`)),
    scale: valuesOf(form.scale).map((value) => {
      const label = pickText(form.scale.labels[value], language);
      return { value, ...(label === '' ? {} : { label }) };
    }),
    fields: issuesByField(form.issues).map((issues) => ({
      name: pickText(issues[0]?.fieldName, language),
      issues: issues.map(({ position, statement }) => ({
        position,
        statement: pickText(statement, language),
      })),
    })),
  };
  return individualCardPdf(app, cards, language);
}
