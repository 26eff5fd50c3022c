import { definiteOf, genitiveOf, type MunicipalityPlan } from '../record/places.ts';
import { randomFor, type Random } from '../random.ts';
import type { Slots } from '../text.ts';
import type { Range, Theme } from '../themes/theme.ts';

export interface ContractPlan {
  key: string;
  municipality: MunicipalityPlan;
  mandate: '2019-2023' | '2023-2027';
  firstYear: number;
  priorities: readonly PriorityPlan[];
}

export interface PriorityPlan {
  key: string;
  municipality: MunicipalityPlan;
  theme: Theme;
  /** Which of the theme's two wordings the contract uses. */
  wording: 0 | 1;
  /** Names of the units meant; the first is the town where the theme names none. */
  units: readonly string[];
  slots: Slots & { readonly n: number };
  components: readonly ComponentPlan[];
}

export interface ComponentPlan {
  key: string;
  position: number;
  index: number;
  due: string | null;
}

function draw([least, most, step]: Range, random: Random): number {
  const steps = random.between(0, Math.round((most - least) / step));
  return Number((least + steps * step).toFixed(1));
}

/** A part of the amount, in the range's own steps, never nothing and never all of it. */
export function partOf(amount: number, share: number, range: Range | undefined): number {
  const step = range?.[2] ?? 1;
  const part = Math.min(Math.max(Math.round((amount * share) / step), 1) * step, amount - step);
  return Number(Math.max(part, step).toFixed(1));
}

function unitSlots(units: readonly string[]): Record<string, string> {
  const slots: Record<string, string> = {};
  for (const [index, unit] of units.entries()) {
    const suffix = index === 0 ? '' : String(index + 1);
    slots[`u${suffix}`] = unit;
    slots[`gu${suffix}`] = genitiveOf(unit);
    slots[`du${suffix}`] = definiteOf(unit);
  }
  return slots;
}

const dueDates = [
  '2024-12',
  '2025-06',
  '2025-12',
  '2025-12',
  '2026-06',
  '2026-12',
  '2026-12',
  '2027-04',
  '2027-04',
  null,
  null,
] as const;

/** One priority of a contract: the theme's words with places and amounts of this municipality. */
export function planPriority(
  key: string,
  municipality: MunicipalityPlan,
  theme: Theme,
  avoided: readonly string[],
): PriorityPlan {
  const random = randomFor(`priority:${key}`);
  const names = municipality.units.map(({ name }) => name);
  const fresh = names.filter((name) => !avoided.includes(name));
  const drawn = [...random.shuffle(fresh), ...names.filter((name) => avoided.includes(name))];
  const units = theme.places ? drawn.slice(0, theme.places) : drawn.slice(0, 1);
  const n = theme.n ? draw(theme.n, random) : 0;
  const k = theme.k ? draw(theme.k, random) : 0;
  const wording = random.chance(0.5) ? 0 : 1;
  const components = theme.components.map((_, index) => ({
    key: `${key}/${index + 1}`,
    position: index + 1,
    index,
    due: random.pick(dueDates),
  }));
  return {
    key,
    municipality,
    theme,
    wording,
    units,
    slots: { ...unitSlots(units), m: municipality.name, gm: genitiveOf(municipality.name), n, k },
    components,
  };
}
