/** What a new member does first, in this order. */
export const steps = [
  'methodology',
  'declaration',
  'people',
  'mandate',
  'cycle',
  'places',
  'training',
  'questionnaire',
  'session',
] as const;

export type Step = (typeof steps)[number];

/** What the data shows of an organisation in one municipality. */
export interface StartFacts {
  /** Whether a version of the methodology is published, and whether the newest is signed. */
  hasMethodology: boolean;
  hasSigned: boolean;
  hasDeclared: boolean;
  /** People who hold a role for it, and those invited. */
  people: number;
  hasMandate: boolean;
  hasCycle: boolean;
  units: number;
  hasTrained: boolean;
  hasQuestionnaire: boolean;
  hasSession: boolean;
}

/** People who are there besides the one who was invited first. */
const fewest = 2;

/** Where each step is done, after the language; places: at those of the municipality. */
const addresses: Readonly<Record<Step, string>> = {
  methodology: '/work/methodology',
  declaration: '/work/declarations',
  people: '/work/people',
  mandate: '/work/cycles',
  cycle: '/work/cycles',
  places: '/work/directory/places',
  training: '/methodology',
  questionnaire: '/work/questionnaires',
  session: '/work/listening/new',
};

/** Steps of a member's own; the others are the coordination's. */
const ofCoordination: ReadonlySet<Step> = new Set(['mandate', 'cycle']);

export interface StepState {
  step: Step;
  isDone: boolean;
  isOfCoordination: boolean;
  href: string;
}

/** What people read beside the methodology before they begin. */
export const materials = [
  { key: 'guides', href: '/library?kind=manual' },
  { key: 'library', href: '/library' },
] as const;

/** The checklist: each step is done when the data shows it, and only the reading of the training material is ticked by hand. */
export function checklistOf(facts: StartFacts, municipality: string): StepState[] {
  const done: Readonly<Record<Step, boolean>> = {
    methodology: facts.hasMethodology && facts.hasSigned,
    declaration: facts.hasDeclared,
    people: facts.people >= fewest,
    mandate: facts.hasMandate,
    cycle: facts.hasCycle,
    places: facts.units > 0,
    training: facts.hasTrained,
    questionnaire: facts.hasQuestionnaire,
    session: facts.hasSession,
  };
  return steps.map((step) => ({
    step,
    isDone: done[step],
    isOfCoordination: ofCoordination.has(step),
    href: step === 'places' ? `${addresses.places}/${municipality}` : addresses[step],
  }));
}
