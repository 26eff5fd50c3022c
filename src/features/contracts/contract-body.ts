import { z } from 'zod';
import { languages, type Language, type Localised } from '#i18n/languages.ts';

export const testabilities = ['yes', 'partly', 'no'] as const;
/** Whose task it is: the municipality's own, shared, or the national government's. */
export const competences = ['own', 'shared', 'national'] as const;
export const coverages = ['municipality', 'units', 'listed'] as const;

const localised = z.partialRecord(z.enum(languages), z.string());

const component = z.object({
  statement: localised,
  /** What would show it done. */
  shownBy: localised,
  due: z.string().nullable(),
  testable: z.enum(testabilities),
  competence: z.enum(competences),
});

const priority = z.object({
  /** Of the draft: tells which priorities of two versions are one. */
  id: z.string(),
  candidate: z.string().nullable(),
  heading: localised,
  statement: localised,
  field: z.string().nullable(),
  coverage: z.enum(coverages).nullable(),
  places: z.array(z.object({ unit: z.string(), locality: z.string() })),
  directorate: z.string(),
  untestedReason: localised,
  components: z.array(component),
});

const contractBody = z.object({
  municipality: z.string(),
  mandate: z.string(),
  bindingLanguage: z.enum(languages),
  priorities: z.array(priority),
});

/** All that a contract says, priorities in their order; places, fields, municipality and mandate by their keys. */
export type ContractBody = z.infer<typeof contractBody>;
export type BodyPriority = ContractBody['priorities'][number];
export type BodyComponent = BodyPriority['components'][number];

/** The one way in which a body is written down, so that equal texts have equal bytes and one SHA-256. */
export function writeBody(body: ContractBody): string {
  return JSON.stringify(body, (_, value: unknown) => (isRecord(value) ? sortedByKey(value) : value));
}

/** @see writeBody */
export function readBody(text: string): ContractBody {
  return contractBody.parse(JSON.parse(text));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedByKey(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A text as it is kept: languages without words are left out. */
export function localisedOf(given: Readonly<Record<Language, string>>): Localised {
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text !== ''));
}
