import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { randomFor, type Random } from '../random.ts';
import { municipalities, type MunicipalityPlan } from '../record/places.ts';
import { fill, type Pair } from '../text.ts';
import { themes } from '../themes/all.ts';
import type { FieldKey, Theme } from '../themes/theme.ts';
import { unitKey } from './places.ts';
import { planPriority, type ContractPlan, type PriorityPlan } from './plan.ts';

const order: readonly FieldKey[] = ['infrastructure', 'governance', 'economy', 'social'];
const shares: Readonly<Record<FieldKey, number>> = {
  infrastructure: 0.4,
  governance: 0.2,
  economy: 0.18,
  social: 0.22,
};

/** Contracts that hold a priority nobody can test; history knows no word for it, so only those of 2023. */
const vague = ['luginze-2023', 'kripale-2023', 'aregjate-2023'];

/** How often each theme has been taken, so that none crowds the record. */
type Usage = Map<string, number>;

function takeThemes(of: readonly Theme[], amount: number, usage: Usage, random: Random): Theme[] {
  const ranked = of
    .map((theme) => ({ theme, rank: (usage.get(theme.key) ?? 0) + random.next() * 1.6 }))
    .toSorted((a, b) => a.rank - b.rank);
  return ranked.slice(0, amount).map(({ theme }) => theme);
}

function chooseThemes(
  key: string,
  plan: MunicipalityPlan,
  earlier: readonly Theme[],
  usage: Usage,
  random: Random,
): Theme[] {
  const size = random.between(8, 13);
  const chosen: Theme[] = [];
  for (const field of order) {
    const fitting = themes.filter(
      (theme) => theme.field === field && theme.key !== 'trust' && (theme.lands?.includes(plan.land) ?? true),
    );
    const amount = field === 'social' ? size - chosen.length : Math.round(size * shares[field]);
    // What stayed open comes back in the next contract.
    const kept = earlier.filter((theme) => theme.field === field && random.chance(0.4)).slice(0, amount);
    const others = fitting.filter((theme) => !earlier.includes(theme));
    chosen.push(...kept, ...takeThemes(others, amount - kept.length, usage, random));
  }
  const trust = themes.filter((theme) => theme.key === 'trust' && vague.includes(key));
  chosen.splice(
    chosen.findIndex(({ field }) => field === 'economy'),
    0,
    ...trust,
  );
  for (const theme of chosen) usage.set(theme.key, (usage.get(theme.key) ?? 0) + 1);
  return chosen;
}

/** '3', or '1.5' where the contract numbers by field, or '' where the page with the numbers is lost. */
function numberOf(key: string, theme: Theme, chosen: readonly Theme[], index: number): string {
  if (key === 'gurevale-2019') return '';
  if (!byField.includes(key)) return String(index + 1);
  const within = chosen.filter((other) => other.field === theme.field).indexOf(theme);
  return `${order.indexOf(theme.field) + 1}.${within + 1}`;
}

const byField = ['bregdrite-2019', 'bregdrite-2023', 'vreshtale-2023'];
/** Themes at the end of a contract: what the demonstration takes through its rounds is to have thirty components. */
const further: Readonly<Record<string, readonly string[]>> = {
  'ullimare-2023': ['youth-centre', 'accessible-buildings'],
};
const letters = 'abcdefghijklmnop';

function planContract(
  plan: MunicipalityPlan,
  mandate: ContractPlan['mandate'],
  earlier: ContractPlan | undefined,
  usage: Usage,
): ContractPlan {
  const firstYear = mandate === '2019-2023' ? plan.joined : 2023;
  const key = `${slugOf(plan.name)}-${firstYear}`;
  const random = randomFor(`contract:${key}`);
  const chosen = chooseThemes(key, plan, earlier?.priorities.map(({ theme }) => theme) ?? [], usage, random);
  const more = themes.filter((theme) => further[key]?.includes(theme.key));
  const priorities = [...chosen, ...more].map((theme, index) => {
    const number = numberOf(key, theme, chosen, index);
    const before = earlier?.priorities.find((one) => one.theme === theme);
    return planPriority(`${key}-${number || letters[index]}`, plan, theme, before?.units ?? []);
  });
  return { key, municipality: plan, mandate, firstYear, priorities };
}

/** The contracts of all municipalities, mandate after mandate. */
export function planContracts(): ContractPlan[] {
  const usage: Usage = new Map();
  const first = municipalities.map((plan) => planContract(plan, '2019-2023', undefined, usage));
  usage.clear();
  const second = municipalities.map((plan, index) => planContract(plan, '2023-2027', first[index], usage));
  return [...first, ...second];
}

const localities = [
  'Lagjja e Mullirit',
  'Lagjja e Re',
  'Rruga e Krojeve',
  'Lagjja nën Kala',
  'Rruga e Tregut',
  'Lagjja e Shkollës',
];

const contractNotes: Readonly<Record<string, Pair>> = {
  'gurevale-2019': [
    'Kopja e lexueshme nuk ka numrat e prioriteteve; fushat u caktuan nga monitoruesit.',
    'The legible copy lacks the numbers of the priorities; the monitors assigned the fields.',
  ],
  'valedet-2021': [
    'Teksti u hartua me banorët, por nuk iu paraqit kurrë kryetarit për nënshkrim.',
    'The text was drawn up with residents, but was never put before the mayor to sign.',
  ],
};

function addPriority(draft: Draft, contract: ContractPlan, priority: PriorityPlan, index: number): void {
  const { theme, slots } = priority;
  const number = priority.key.slice(contract.key.length + 1);
  draft.add('priorities', {
    id: priority.key,
    contract: contract.key,
    field: theme.field,
    position: index + 1,
    number: /^\d/.test(number) ? number : null,
    heading: theme.heading,
    statement: fill(theme.says[priority.wording], slots),
    field_basis: contract.key === 'gurevale-2019' ? 'inferred' : 'stated',
    coverage: theme.coverage,
  });
  if (theme.coverage === 'listed') {
    const random = randomFor(`localities:${priority.key}`);
    for (const unit of priority.units) {
      const key = unitKey(priority.municipality.name, unit);
      draft.add('priority-places', {
        id: `${priority.key}/${key}`,
        priority: priority.key,
        unit: key,
        locality: random.chance(0.25) ? random.pick(localities) : null,
      });
    }
  }
  // The contracts before 2023 were coded as one piece each: they have no components.
  if (contract.mandate === '2019-2023') return;
  for (const component of priority.components) {
    const text = theme.components[component.index];
    if (!text) continue;
    draft.add('components', {
      id: component.key,
      priority: priority.key,
      position: component.position,
      statement: fill(text.says, slots),
      shown_by: fill(text.shown, slots),
      due: text.testable === 'no' ? null : component.due,
      testable: text.testable ?? 'yes',
      competence: text.competence ?? 'own',
    });
  }
}

/** Contracts, priorities, places and components into the draft. */
export function addContracts(draft: Draft, contracts: readonly ContractPlan[]): void {
  for (const contract of contracts) {
    const later = contract.firstYear === 2021 ? '2021-09' : null;
    draft.add('contracts', {
      id: contract.key,
      municipality: slugOf(contract.municipality.name),
      mandate: contract.mandate,
      starts: later ?? contract.mandate.slice(0, 4),
      ends: contract.mandate.slice(5),
      binding_language: 'sq',
      priority_count: contract.priorities.length,
      priority_count_is: 'exact',
      note: contractNotes[contract.key],
    });
    for (const [index, priority] of contract.priorities.entries())
      addPriority(draft, contract, priority, index);
  }
}
