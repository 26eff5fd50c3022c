import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { randomFor, type Random } from '../random.ts';
import { genitiveOf, municipalities, type MunicipalityPlan } from '../record/places.ts';
import { listening, type Listening } from '../record/listening.ts';
import { fill, type Pair } from '../text.ts';
import { themes } from '../themes/all.ts';
import type { Theme } from '../themes/theme.ts';
import { unitKey } from './places.ts';

/** Meetings without an event of their own in the record, one kind each, where a few needs were noted. */
const elsewhere = [
  { channel: 'focus-group', mandate: '2019-2023', month: '2019-03' },
  { channel: 'forum', mandate: '2019-2023', month: '2019-06' },
  { channel: 'monitoring-meeting', mandate: '2019-2023', month: '2021-05' },
  { channel: 'focus-group', mandate: '2023-2027', month: '2023-02' },
  { channel: 'budget-hearing', mandate: '2023-2027', month: '2024-10' },
  { channel: 'report-presentation', mandate: '2023-2027', month: '2025-02' },
  { channel: 'monitoring-meeting', mandate: '2023-2027', month: '2026-04' },
] as const;

const places: readonly string[] = ['lagjja e Mullirit', 'qendra', 'pranë shkollës', 'rruga e tregut'];

interface Voiced {
  theme: Theme;
  text: Pair;
}

/** Every need once per municipality, in an order of its own. */
function deck(plan: MunicipalityPlan): Voiced[] {
  const fitting = themes.filter(({ lands }) => lands?.includes(plan.land) ?? true);
  const all = fitting.flatMap((theme) => theme.needs.map((text) => ({ theme, text })));
  return randomFor(`needs:${slugOf(plan.name)}`).shuffle(all);
}

function addNeed(
  draft: Draft,
  plan: MunicipalityPlan,
  unit: string,
  voiced: Voiced,
  cells: object,
  random: Random,
): void {
  const municipality = slugOf(plan.name);
  const number = draft.rows('needs').filter((row) => row['municipality'] === municipality).length + 1;
  draft.add('needs', {
    id: `${municipality}/${String(number).padStart(2, '0')}`,
    municipality,
    unit: unitKey(plan.name, unit),
    field: voiced.theme.field,
    field_basis: 'stated',
    statement: fill(voiced.text, { u: unit, gu: genitiveOf(unit), m: plan.name }),
    place: random.chance(0.3) ? random.pick(places) : null,
    ...cells,
  });
}

function addFromSession(draft: Draft, plan: MunicipalityPlan, session: Listening, cards: Voiced[]): void {
  const random = randomFor(`session:${session.event}`);
  for (const [index, voiced] of cards.splice(0, session.needs).entries()) {
    const note: Pair | null =
      index < 3
        ? [
            'Një nga tri më të ngutshmet, sipas grupit.',
            "One of the three most pressing, by the group's own choice.",
          ]
        : null;
    const cells = {
      mandate: session.mandate,
      event: session.event,
      channel: session.channel,
      voiced_on: session.on,
      note,
    };
    addNeed(draft, plan, session.unit, voiced, cells, random);
  }
}

/** What people said, by unit, channel and field, into the draft. */
export function addNeeds(draft: Draft): void {
  for (const plan of municipalities) {
    const cards = deck(plan);
    for (const session of listening.filter(({ municipality }) => municipality === plan.name)) {
      addFromSession(draft, plan, session, cards);
    }
    const random = randomFor(`elsewhere:${slugOf(plan.name)}`);
    for (const { channel, mandate, month } of elsewhere) {
      if (mandate === '2019-2023' && month < `${plan.joined}`) continue;
      for (const voiced of cards.splice(0, random.between(1, 3))) {
        const unit = random.pick(plan.units).name;
        const voicedOn = random.chance(0.6)
          ? `${month}-${String(random.between(3, 27)).padStart(2, '0')}`
          : month;
        addNeed(draft, plan, unit, voiced, { mandate, channel, voiced_on: voicedOn }, random);
      }
    }
  }
}
