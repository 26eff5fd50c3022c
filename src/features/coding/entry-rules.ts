import { z } from 'zod';

export const evidenceClasses = ['E1', 'E2', 'E3', 'E4', 'E5'] as const;
export type EvidenceClass = (typeof evidenceClasses)[number];

const requirement = z.discriminatedUnion('rule', [
  /** Where the coder looked, who was asked and when: at least one entry of the search log. */
  z.strictObject({ rule: z.literal('search') }),
  /** So many items that support the component, of any of these classes. */
  z.strictObject({
    rule: z.literal('items'),
    least: z.int().min(1).max(9),
    of: z.array(z.enum(evidenceClasses)).min(1),
  }),
  /** So many supporting items that are independent of each other, each of another class. */
  z.strictObject({ rule: z.literal('independent'), least: z.int().min(2).max(5) }),
]);

const requirements = z.array(requirement);

/** What a code asks for before it can be given: all of it. Stands in the codebook, as data. */
export type Requirement = z.output<typeof requirement>;

/** @throws ZodError where it has another form; a code that requires nothing has none */
export function parseRequirements(json: unknown): Requirement[] {
  return requirements.parse(json ?? []);
}

/** An item of evidence that a coder relies on. */
export interface ReliedOn {
  class: EvidenceClass;
  stance: 'supports' | 'contradicts' | 'neutral';
  /** SHA-256 of its files and addresses of its pages: items that share one are not independent. */
  origins: readonly string[];
}

/** So many of one class are looked at: those that share least with others. */
const mostOfClass = 20;

/** The items of each class, those with the fewest origins first; such as differ in nothing count once. */
function byClass(items: readonly ReliedOn[]): ReliedOn[][] {
  const keyOf = ({ origins }: ReliedOn) => JSON.stringify([origins.length, ...origins.toSorted()]);
  return evidenceClasses.map((one) => {
    const own = new Map(items.filter((item) => item.class === one).map((item) => [keyOf(item), item]));
    return [...own.values()]
      .toSorted((a, b) => a.origins.length - b.origins.length || keyOf(a).localeCompare(keyOf(b)))
      .slice(0, mostOfClass);
  });
}

/** Whether so many items, each of another class, share no origin: class by class, all ways are tried. */
function hasIndependent(
  classes: readonly (readonly ReliedOn[])[],
  least: number,
  taken: readonly string[] = [],
): boolean {
  if (least === 0) return true;
  const [first, ...others] = classes;
  if (!first || classes.length < least) return false;
  const fits = ({ origins }: ReliedOn) =>
    !origins.some((origin) => taken.includes(origin)) &&
    hasIndependent(others, least - 1, [...taken, ...origins]);
  return first.some(fits) || hasIndependent(others, least, taken);
}

function isMet(required: Requirement, supporting: readonly ReliedOn[], searches: number): boolean {
  switch (required.rule) {
    case 'search':
      return searches > 0;
    case 'items':
      return supporting.filter((item) => required.of.includes(item.class)).length >= required.least;
    case 'independent':
      return hasIndependent(byClass(supporting), required.least);
  }
}

/** What a code still lacks, of all that the codebook requires for it; empty: it can be given. */
export function missingFor(
  required: readonly Requirement[],
  coding: { reliedOn: readonly ReliedOn[]; searches: number },
): Requirement[] {
  const supporting = coding.reliedOn.filter(({ stance }) => stance === 'supports');
  return required.filter((one) => !isMet(one, supporting, coding.searches));
}
