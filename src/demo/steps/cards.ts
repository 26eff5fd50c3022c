import { batchSettings, cardSchema, newEdition, scoresSchema, topThree } from '#features/cards/schema.ts';
import { recordTopThree, setUpBatch, showBatch } from '#features/cards/server/batches.ts';
import { enterCard } from '#features/cards/server/entry.ts';
import { makeEdition } from '#features/cards/server/forms.ts';
import { publishScores } from '#features/cards/server/publish.ts';
import { enterAgain } from '#features/cards/server/second.ts';
import { appOn, dayAfter } from '../clock.ts';
import { readCards } from '../content/cards.ts';
import { expectDone } from '../expect-done.ts';
import { demoId, nextMandate, unitId, type Stage } from '../stage.ts';

type Content = ReturnType<typeof readCards>;

const scale = { least: 1, most: 5 };
const request = 'demo';

/** The network's card, the cards of six sessions with their second entries, and the results, published. */
export async function scoreCards(stage: Stage): Promise<void> {
  const content = readCards();
  const form = await makeForm(stage, content);
  for (const batch of content.batches) await enterBatch(stage, content, form, batch);
  const app = appOn(stage.app, dayAfter(stage.firstDay, -40));
  const wanted = { form, mandate: nextMandate };
  const published = await publishScores(
    app,
    stage.members.editor,
    stage.members.municipality,
    wanted,
    request,
  );
  expectDone('publish the scores', published);
}

async function makeForm(stage: Stage, { issues }: Content): Promise<string> {
  const lines = (language: 'sq' | 'en') =>
    Object.entries(Object.groupBy(issues, ({ field }) => field)).map(([field, own]) => [
      `${language}-${field}`,
      own.map((issue) => (language === 'sq' ? issue.issue_sq : issue.issue_en)).join('\n'),
    ]);
  const typed = {
    from: '',
    nameSq: 'Karta individuale e rrjetit',
    nameEn: 'The network’s individual card',
    validFrom: dayAfter(stage.firstDay, -150),
    least: String(scale.least),
    most: String(scale.most),
    labelsSq: '1 = aspak e ngutshme\n5 = shumë e ngutshme',
    labelsEn: '1 = not pressing at all\n5 = very pressing',
    ...Object.fromEntries([...lines('sq'), ...lines('en')]),
  };
  const app = appOn(stage.app, dayAfter(stage.firstDay, -150));
  const command = newEdition.parse(typed);
  return expectDone('make the card', await makeEdition(app, stage.coordinator, command, typed, request)).id;
}

async function enterBatch(stage: Stage, content: Content, form: string, batch: Content['batches'][number]) {
  const { facilitator, editor } = stage.members;
  const { issues, cards, secondEntries } = content;
  const shape = { scale, issues };
  const sessionId = demoId('session', batch.session);
  const held = await showBatch(stage.app, facilitator, sessionId);
  const app = appOn(stage.app, dayAfter(held.session.heldOn, 2));
  const settings = batchSettings.parse({ version: '0', form, secondEvery: String(batch.second_every) });
  expectDone('set up cards', await setUpBatch(app, facilitator, sessionId, settings, request));
  for (const card of cards.filter(({ session }) => session === batch.session)) {
    const command = cardSchema(shape).parse({
      id: demoId('card', `${card.session}/${card.number}`),
      number: String(card.number),
      unit: unitId(card.unit),
      sex: card.sex,
      ageBand: card.age_band,
      ...scoresOf(card.scores),
    });
    expectDone('enter a card', await enterCard(app, facilitator, sessionId, command, request));
  }
  for (const { number, scores } of secondEntries.filter(({ session }) => session === batch.session)) {
    const command = scoresSchema(shape).parse({
      card: demoId('card', `${batch.session}/${number}`),
      ...scoresOf(scores),
    });
    expectDone('enter a card again', await enterAgain(app, editor, sessionId, command, request));
  }
  const { session } = await showBatch(app, facilitator, sessionId);
  const top = topThree.parse({
    version: String(session.version),
    first: String(batch.first),
    second: String(batch.second),
    third: String(batch.third),
  });
  expectDone('agree on three issues', await recordTopThree(app, facilitator, sessionId, top, request));
}

function scoresOf(scores: readonly string[]) {
  return Object.fromEntries(scores.map((score, index) => [`scores.${index}`, score]));
}
