import { addQuestion, saveSettings } from '#features/registration/server/settings.ts';
import { itemForm, municipalityForm, personForm, planForm } from '#features/events/plan-schema.ts';
import { saveItem } from '#features/events/server/save-item.ts';
import { saveMunicipality } from '#features/events/server/save-municipality.ts';
import { savePerson } from '#features/events/server/save-person.ts';
import { planEvent } from '#features/events/server/plans.ts';
import { announceEvent } from '#features/events/server/stages.ts';
import { questionForm, registerForm, settingsForm } from '#features/registration/schema.ts';
import { register } from '#features/registration/server/registering.ts';
import { dayOf } from '#server/cache/day.ts';
import { dayAfter } from '../clock.ts';
import { expectDone } from '../expect-done.ts';
import type { Stage } from '../stage.ts';

const programme = [
  { at: '09:30', to: '10:00', sq: 'Hapja', en: 'Opening' },
  {
    at: '10:00',
    to: '11:30',
    sq: 'Çfarë u mbajt nga kontratat e para',
    en: 'What was kept of the first contracts',
  },
  { at: '12:00', to: '13:30', sq: 'Si dëgjohen fshatrat e largëta', en: 'How remote villages are heard' },
  { at: '14:30', to: '16:00', sq: 'Kontrata e radhës: punë në grupe', en: 'The next contract: group work' },
] as const;

const people = [
  { name: 'Mira Gjoka', role: 'moderator', sq: 'Ullinjtë e Paqes', en: 'Ullinjtë e Paqes', item: 0 },
  { name: 'Petrit Lleshi', role: 'speaker', sq: 'Këshilltar bashkiak', en: 'Municipal councillor', item: 1 },
  {
    name: 'Drita Maloku',
    role: 'speaker',
    sq: 'Mësuese në fshatin Gurëz',
    en: 'Teacher in the village of Gurëz',
    item: 2,
  },
  { name: 'Ervin Toska', role: 'speaker', sq: 'Këshilli i rinisë', en: 'Youth council', item: 3 },
] as const;

/** Town halls that were asked, whoever will come for them. */
const townHalls = [
  { key: 'kreshmire', sq: 'kryetari ose një nënkryetar', en: 'the mayor or a deputy mayor' },
  { key: 'bregdrite', sq: 'drejtoresha e buxhetit', en: 'the director of the budget' },
] as const;

/** In the order in which they registered: six places on site, so that two wait. */
const registered = [
  { name: 'Ana Prifti', lunch: 'o2', kind: 'education' },
  { name: 'Besim Kodra', lunch: 'o1', kind: 'none', needs: 'Hyrje pa shkallë: vij me karrocë.' },
  { name: 'Çeljeta Rama', lunch: 'o1', kind: 'civil-society' },
  { name: 'Dritan Hysa', lunch: 'o2', kind: 'town-hall' },
  { name: 'Elira Noka', mode: 'online', kind: 'media' },
  { name: 'Genta Lala', lunch: 'o2', kind: 'none', needs: 'Përkthim në gjuhën e shenjave.' },
  { name: 'Irena Shehu', lunch: 'o2', kind: 'civil-society' },
  { name: 'Jonida Bregu', lunch: 'o1', kind: 'education' },
  { name: 'Klodian Zeqo', mode: 'online', kind: 'donor' },
  { name: 'Luljeta Marku', lunch: 'o2', kind: 'none' },
] as const;

/** A conference some weeks ahead, announced with its programme: people register for it, and some wait for a place. */
export async function invite(stage: Stage): Promise<void> {
  const key = await plan(stage);
  await openRegistration(stage, key);
  for (const [index, one] of registered.entries()) {
    const mode = 'mode' in one ? one.mode : 'on-site';
    const command = registerForm.parse({
      name: one.name,
      email: `pjesemarres-${index + 1}@demo.example`,
      mode,
      organisationKind: one.kind,
      accessNeeds: 'needs' in one ? one.needs : '',
    });
    const typed = 'lunch' in one ? { q1: one.lunch } : {};
    const address = `192.0.2.${100 + index}`;
    expectDone('register', await register(stage.app, key, { command, typed, language: 'sq', address }));
  }
}

async function plan({ app, members: { editor, municipalityId } }: Stage): Promise<string> {
  const day = dayAfter(dayOf(app.clock()), 24);
  const command = planForm.parse({
    municipality: municipalityId,
    kind: 'conference',
    titleSq: 'Pas katër vjetësh: çfarë lënë kontratat',
    titleEn: 'Four years on: what the contracts leave',
    summarySq:
      'Banorë, këshilltarë dhe shoqata flasin për çfarë u bë dhe çfarë mbetet për kontratën e radhës.',
    summaryEn:
      'Residents, councillors and associations speak of what was done and what is left for the next contract.',
    mode: 'both',
    startsOn: day,
    startsAt: '09:30',
    endsAt: '16:00',
    placeSq: 'Shtëpia e kulturës, Ullimarë',
    placeEn: 'House of culture, Ullimarë',
    hallSq: 'Salla e madhe',
    hallEn: 'Great hall',
    accessSq: 'Hyrja anësore është pa shkallë.',
    accessEn: 'The side entrance has no stairs.',
    onlineUrl: 'https://takime.demo.example/pas-kater-vjetesh',
    languages: ['sq', 'en'],
    topicsSq: 'Zotimet e mbajtura\nFshatrat e largëta\nKontrata e radhës',
    topicsEn: 'Commitments kept\nRemote villages\nThe next contract',
  });
  const { key } = expectDone('plan a conference', await planEvent(app, editor, command));
  const items: string[] = [];
  for (const { at, to, sq, en } of programme) {
    const item = itemForm.parse({ heldOn: day, startsAt: at, endsAt: to, titleSq: sq, titleEn: en });
    items.push(expectDone('add to the programme', await saveItem(app, editor, key, item)).id);
  }
  for (const { name, role, sq, en, item } of people) {
    const person = personForm.parse({
      name,
      nameAgreed: 'on',
      role,
      capacitySq: sq,
      capacityEn: en,
      attendance: 'on-site',
      item: items[item],
    });
    expectDone('add somebody', await savePerson(app, editor, key, person));
  }
  for (const { key: place, sq, en } of townHalls) {
    const { id } = await app.db
      .selectFrom('municipality')
      .select('id')
      .where('key', '=', place)
      .executeTakeFirstOrThrow();
    const named = municipalityForm.parse({
      municipality: id,
      attendance: 'unknown',
      representedBySq: sq,
      representedByEn: en,
    });
    expectDone('name a municipality', await saveMunicipality(app, editor, key, named));
  }
  await announceEvent(app, editor, key);
  return key;
}

async function openRegistration({ app, members: { editor } }: Stage, key: string): Promise<void> {
  const today = dayOf(app.clock());
  const settings = settingsForm.parse({
    opensOn: dayAfter(today, -7),
    opensAt: '08:00',
    closesOn: dayAfter(today, 22),
    closesAt: '18:00',
    onSite: '6',
    online: '',
    confirmHours: '48',
    keepDays: '30',
    asks: ['organisation-kind', 'access-needs'],
  });
  expectDone('open the registration', await saveSettings(app, editor, key, settings));
  const question = questionForm.parse({
    version: '1',
    kind: 'choice',
    textSq: 'Çfarë doni për drekë?',
    textEn: 'What would you like for lunch?',
    optionsSq: 'Me mish\nMe perime',
    optionsEn: 'With meat\nWith vegetables',
  });
  expectDone('ask a question', await addQuestion(app, editor, key, question));
}
