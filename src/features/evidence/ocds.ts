import { z } from 'zod';
import type { FieldFault } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';
import { milestoneStates, type ProcurementFacts } from './details.ts';

// A record of procurement as the Open Contracting Data Standard (1.1) writes it: a release, a package of releases of one
// process, or a package of one record. What this platform shows of it is read; the file itself is kept whole.

const words = (most: number) =>
  z
    .string()
    .transform((value) => sanitised(value).replaceAll(/\s*\n\s*/g, ' '))
    .pipe(z.string().max(most));
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T.*)?$/)
  .transform((value) => value.slice(0, 10))
  .pipe(z.iso.date());
const value = z.object({
  amount: z.number().min(0).max(1e13).nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish(),
});
const milestones = z
  .array(
    z.object({
      title: words(300).nullish(),
      description: words(1000).nullish(),
      dueDate: instant.nullish(),
      dateMet: instant.nullish(),
      status: z.enum(milestoneStates).nullish(),
    }),
  )
  .max(200)
  .nullish();

const release = z.object({
  ocid: words(200).pipe(z.string().min(1)),
  date: instant.nullish(),
  buyer: z.object({ name: words(200).nullish() }).nullish(),
  planning: z.object({ milestones, budget: z.object({ amount: value.nullish() }).nullish() }).nullish(),
  tender: z
    .object({ title: words(500).nullish(), status: words(60).nullish(), value: value.nullish(), milestones })
    .nullish(),
  awards: z.array(z.object({ title: words(500).nullish(), value: value.nullish() })).nullish(),
  contracts: z
    .array(
      z.object({
        title: words(500).nullish(),
        status: words(60).nullish(),
        value: value.nullish(),
        milestones,
        implementation: z.object({ milestones }).nullish(),
      }),
    )
    .nullish(),
});
type Release = z.output<typeof release>;

const shapes = z.union([
  z.object({ releases: z.array(z.unknown()).min(1).max(1000) }).transform(({ releases }) => releases),
  z
    .object({ records: z.array(z.object({ compiledRelease: z.unknown() })).length(1) })
    .transform(({ records }) => records.map(({ compiledRelease }) => compiledRelease)),
  z.looseObject({ ocid: z.unknown() }).transform((single): unknown[] => [single]),
]);

export type OcdsReading =
  { kind: 'read'; facts: ProcurementFacts } | { kind: 'refused'; fault: Omit<FieldFault, 'field'> };

function refused(fault: Omit<FieldFault, 'field'>): OcdsReading {
  return { kind: 'refused', fault };
}

/** Reads the text of a file; what is wrong is said with the place where it stands: `releases.0.ocid`. */
export function readOcds(file: string): OcdsReading {
  const json = parsed(file.replace(/^\uFEFF/, ''));
  if (json === undefined) return refused({ key: 'evidence.fault.ocds-json' });
  const shape = shapes.safeParse(json);
  if (!shape.success) return refused({ key: 'evidence.fault.ocds-shape' });
  const releases: Release[] = [];
  for (const [index, one] of shape.data.entries()) {
    const read = release.safeParse(one);
    if (!read.success) {
      const where = [index + 1, ...(read.error.issues[0]?.path.map(String) ?? [])].join('.');
      return refused({ key: 'evidence.fault.ocds-field', values: { where } });
    }
    releases.push(read.data);
  }
  const processes = new Set(releases.map(({ ocid }) => ocid));
  if (processes.size > 1)
    return refused({ key: 'evidence.fault.ocds-several', values: { count: processes.size } });
  const latest = releases.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).at(-1);
  const facts = latest && factsOf(latest);
  return facts ? { kind: 'read', facts } : refused({ key: 'evidence.fault.ocds-title' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** undefined where nothing says what was procured. */
function factsOf({
  ocid,
  date,
  buyer,
  planning,
  tender,
  awards,
  contracts,
}: Release): ProcurementFacts | undefined {
  const title = [tender, ...(contracts ?? []), ...(awards ?? [])].find((one) => one?.title)?.title;
  if (!title) return undefined;
  const worth = [...(contracts ?? []), ...(awards ?? []), tender]
    .map((one) => one?.value)
    .concat(planning?.budget?.amount)
    .find((one) => typeof one?.amount === 'number');
  const all = [
    planning?.milestones,
    tender?.milestones,
    ...(contracts ?? []).flatMap((one) => [one.milestones, one.implementation?.milestones]),
  ].flatMap((list) => list ?? []);
  return {
    ocid,
    title,
    buyer: buyer?.name ?? '',
    status: contracts?.findLast(({ status }) => status)?.status ?? tender?.status ?? '',
    amount: worth?.amount ?? null,
    currency: worth?.currency ?? '',
    releasedOn: date ?? null,
    milestones: all.slice(0, 50).map((one) => ({
      title: one.title || one.description || '',
      due: one.dueDate ?? null,
      met: one.dateMet ?? null,
      status: one.status ?? null,
    })),
  };
}
