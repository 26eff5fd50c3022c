import { z } from 'zod';
import { calendarDay } from '#forms/fields.ts';
import type { FieldFault } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';
import { milestoneStates, type ProcurementFacts } from './details.ts';

// A record of procurement as the Open Contracting Data Standard (1.0 and 1.1) writes it: a release, a package of releases of
// one process, a record, or a package of one. What this platform shows of it is read; the file itself is kept whole.

const line = z.string().transform((value) => sanitised(value).replaceAll(/\s*\n\s*/g, ' '));
/** The file has all of what is shown in part. */
const words = (most: number) => line.transform((value) => value.slice(0, most));
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([T ].*)?$/)
  .transform((value) => value.slice(0, 10))
  .pipe(calendarDay());
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
      // Other words for it, which publishers have of their own, are left out.
      status: z.enum(milestoneStates).nullish().catch(null),
    }),
  )
  .max(200)
  .nullish();

const release = z.object({
  ocid: line.pipe(z.string().min(1).max(200)),
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

type Shape =
  | { kind: 'releases'; releases: readonly unknown[] }
  | { kind: 'several'; count: number }
  /** A record that only says at which addresses its releases are. */
  | { kind: 'links' }
  | { kind: 'unknown' };

const thing = z.looseObject({});
const list = z.array(z.unknown()).min(1).max(1000);

/** The releases of whichever shape a file has. */
function shapeOf(json: unknown): Shape {
  const top = thing.safeParse(json).data;
  if (!top) return { kind: 'unknown' };
  const records = list.safeParse(top['records']).data;
  if (records && records.length > 1) return { kind: 'several', count: records.length };
  if (records) return ofRecord(thing.safeParse(records[0]).data);
  if (isPresent(top['compiledRelease']) || (isPresent(top['releases']) && isPresent(top['ocid'])))
    return ofRecord(top);
  const releases = list.safeParse(top['releases']).data;
  if (releases) return { kind: 'releases', releases };
  return 'ocid' in top ? { kind: 'releases', releases: [top] } : { kind: 'unknown' };
}

function isPresent(part: unknown): boolean {
  return part !== undefined && part !== null;
}

function ofRecord(record: Readonly<Record<string, unknown>> | undefined): Shape {
  if (!record) return { kind: 'unknown' };
  if (isPresent(record['compiledRelease']))
    return { kind: 'releases', releases: [record['compiledRelease']] };
  const releases = list.safeParse(record['releases']).data ?? [];
  const whole = releases.filter((one) => 'ocid' in (thing.safeParse(one).data ?? {}));
  if (whole.length > 0) return { kind: 'releases', releases: whole };
  return releases.length > 0 ? { kind: 'links' } : { kind: 'unknown' };
}

export type OcdsReading =
  { kind: 'read'; facts: ProcurementFacts } | { kind: 'refused'; fault: Omit<FieldFault, 'field'> };

function refused(fault: Omit<FieldFault, 'field'>): OcdsReading {
  return { kind: 'refused', fault };
}

/** Reads a file that has arrived; the standard asks for UTF-8. */
export function readOcdsFile(bytes: Uint8Array): OcdsReading {
  try {
    return readOcds(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused({ key: 'evidence.fault.ocds-letters' });
  }
}

/** Reads the text of a file; what is wrong is said with the place where it stands: `releases.0.ocid`. */
export function readOcds(file: string): OcdsReading {
  const json = parsed(file.replace(/^\uFEFF/, ''));
  if (json === undefined) return refused({ key: 'evidence.fault.ocds-json' });
  const shape = shapeOf(json);
  if (shape.kind === 'unknown') return refused({ key: 'evidence.fault.ocds-shape' });
  if (shape.kind === 'links') return refused({ key: 'evidence.fault.ocds-links' });
  if (shape.kind === 'several')
    return refused({ key: 'evidence.fault.ocds-several', values: { count: shape.count } });
  const releases: Release[] = [];
  for (const [index, one] of shape.releases.entries()) {
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
