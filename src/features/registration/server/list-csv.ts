import type { Actor } from '#features/accounts/actor.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import { translator, type Translate } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { csvLine, guardFormula } from '#server/datapackage/csv-line.ts';
import { DomainError } from '#server/errors.ts';
import { answerWords } from '../answer-words.ts';
import { ageBands, organisationKinds, sexes } from '../figure-fields.ts';
import { localTime } from '../local-time.ts';
import { modesOf } from '../mode.ts';
import { managesRegistration } from '../policy.ts';
import { planToRead } from './list-page.ts';
import { readRegistered } from './list-store.ts';
import type { RegistrationPlan } from './plan-store.ts';
import { readMunicipalityNames, type Registration } from './store.ts';

const batch = 500;

interface Words {
  language: Language;
  t: Translate;
  municipalities: ReadonlyMap<string, string>;
}

function headerOf({ settings }: RegistrationPlan, { language, t }: Words): string[] {
  return [
    t('registration.list.mode'),
    t('registration.list.number'),
    t('registration.list.state'),
    t('registration.name'),
    t('registration.email'),
    t('registration.list.language'),
    t('registration.list.registered-at'),
    t('registration.list.arrived-at'),
    t('registration.ask.sex'),
    t('registration.ask.age-band'),
    t('registration.ask.municipality'),
    t('registration.ask.organisation-kind'),
    ...settings.questions.map(({ text }) => pickText(text, language)),
    t('registration.list.needs'),
  ];
}

function when(instant: Date | null): string {
  if (instant === null) return '';
  const { day, time } = localTime(instant);
  return `${day} ${time}`;
}

function figuresOf(person: Registration, { t, municipalities }: Words): string[] {
  const sex = sexes.find((one) => one === person.sex);
  const age = ageBands.find((one) => one === person.ageBand);
  const kind = organisationKinds.find((one) => one === person.organisationKind);
  return [
    sex && sex !== 'not-stated' ? t(`registration.sex.${sex}`) : '',
    age && age !== 'not-stated' ? t(`registration.age.${age}`) : '',
    municipalities.get(person.municipalityId ?? '') ?? '',
    kind ? t(`registration.organisation.${kind}`) : '',
  ];
}

function cellsOf(person: Registration, { settings }: RegistrationPlan, words: Words): string[] {
  const { t } = words;
  return [
    t(`registration.mode.${person.mode}`),
    String(person.number),
    t(`registration.list.state.${person.state}`),
    person.name,
    person.email,
    person.language,
    when(person.createdAt),
    when(person.arrivedAt),
    ...figuresOf(person, words),
    ...settings.questions.map((question) => answerWords(question, person.answers, words)),
    person.accessNeeds,
  ];
}

async function* linesOf(app: App, plan: RegistrationPlan, words: Words): AsyncGenerator<string> {
  // By the mark, Excel knows UTF-8.
  yield `\uFEFF${csvLine(headerOf(plan, words).map(guardFormula))}`;
  for (const mode of modesOf(plan.mode)) {
    for (let after = 0, isMore = true; isMore;) {
      const people = await readRegistered(app.db, plan.id, { mode, after, most: batch });
      yield people.map((person) => csvLine(cellsOf(person, plan, words).map(guardFormula))).join('');
      isMore = people.length === batch;
      after = people.at(-1)?.number ?? after;
    }
  }
}

/** Everyone who registered, as a spreadsheet; whoever takes the list along stands in the audit. @throws not-found, forbidden */
export async function streamListCsv(
  app: App,
  actor: Actor,
  key: string,
  language: Language,
): Promise<ReadableStream<Uint8Array>> {
  const plan = await planToRead(app.db, actor, key);
  if (!managesRegistration(actor, plan)) throw new DomainError('forbidden', 'takes no list along');
  await recordAudit(app.db, {
    actor: plan.actorId,
    action: 'export',
    subject: { kind: 'registration', id: plan.id },
    ...(plan.municipalityId === null ? {} : { municipalityId: plan.municipalityId }),
  });
  const municipalities = new Map((await readMunicipalityNames(app.db)).map(({ id, name }) => [id, name]));
  const lines = linesOf(app, plan, { language, t: translator(language), municipalities });
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
}
