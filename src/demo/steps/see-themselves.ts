import type { Actor } from '#features/accounts/actor.ts';
import { dimensions } from '#features/capacity/dimensions.ts';
import { assessmentForm } from '#features/capacity/schema.ts';
import { assess } from '#features/capacity/server/assessing.ts';
import type { App } from '#server/app.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { appOn } from '../clock.ts';
import { expectDone } from '../expect-done.ts';

interface Seen {
  organisation: string;
  /** A digit for each dimension, in their order: last year, and this year unless it has not assessed itself yet. */
  last: string;
  now?: string;
  isPublic: boolean;
  note?: string;
}

/** Half of the members, one of which has not got to it this year. */
const seen: readonly Seen[] = [
  {
    organisation: 'ullinjte-e-paqes',
    last: '432323',
    now: '443334',
    isPublic: true,
    note: 'Na duhet dikush që di të shkruajë për financat e bashkisë.',
  },
  { organisation: 'shoqata-zeri-i-bjeshkes', last: '322212', now: '332223', isPublic: true },
  { organisation: 'forumi-qytetar-luginze', last: '434343', now: '544344', isPublic: true },
  { organisation: 'qendra-rinore-bregdrite', last: '534454', now: '544455', isPublic: true },
  { organisation: 'kripa-dhe-era', last: '323222', now: '333322', isPublic: true },
  { organisation: 'qendra-e-gruas-boremal', last: '421325', isPublic: false },
];

/** How members see themselves, last year and this. @param editorOf who writes for an organisation, by its id */
export async function seeThemselves(
  app: App,
  day: string,
  editorOf: (key: string, organisationId: string) => Promise<Actor>,
): Promise<void> {
  const thisYear = Number(day.slice(0, 4));
  for (const { organisation, last, now, isPublic, note } of seen) {
    const id = idOf('organisation', organisation);
    const editor = await editorOf(organisation, id);
    for (const [year, digits] of [
      [thisYear - 1, last],
      [thisYear, now],
    ] as const) {
      if (digits === undefined) continue;
      const command = assessmentForm.parse({
        year: String(year),
        ...Object.fromEntries(dimensions.map((one, index) => [one, digits[index]])),
        note: year === thisYear ? (note ?? '') : '',
        ...(isPublic ? { isPublic: 'yes' } : {}),
        version: '0',
      });
      const on = appOn(app, year === thisYear ? day : `${year}-11-20`);
      expectDone(`assess ${organisation}`, await assess(on, editor, id, command));
    }
  }
}
