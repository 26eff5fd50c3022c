import { z } from 'zod';
import { field, list, offset, yes } from './cells.ts';
import { readTable } from './read-file.ts';

const candidate = z.object({ id: z.string(), field, title: z.string().min(1) });

/** Beside a candidate: how many ballots approved of it at each place of the vote. */
const votedOn = candidate.extend({
  library: z.coerce.number().int().nonnegative(),
  market: z.coerce.number().int().nonnegative(),
});

const poll = z.object({
  id: z.enum(['library', 'market']),
  day: offset,
  place: z.string().min(1),
  ballots: z.coerce.number().int().positive(),
});

const priority = z.object({
  id: z.string(),
  candidate: z.string(),
  field,
  heading_sq: z.string(),
  heading_en: z.string(),
  statement_sq: z.string().min(1),
  statement_en: z.string().min(1),
  directorate: z.string(),
  coverage: z.enum(['municipality', 'units', 'listed']),
  /** 'unit:place' or 'unit:' for the whole of it. */
  places: list,
  untested_reason_sq: z.string(),
  untested_reason_en: z.string(),
});

const component = z.object({
  id: z.string(),
  priority: z.string(),
  statement_sq: z.string().min(1),
  statement_en: z.string().min(1),
  shown_by_sq: z.string(),
  shown_by_en: z.string(),
  due: z.union([z.literal(''), z.string().regex(/^\d{4}(-\d{2}){0,2}$/)]),
  testable: z.enum(['yes', 'partly', 'no']),
  competence: z.enum(['own', 'shared', 'national']),
});

export type DemoPriority = z.infer<typeof priority>;
export type DemoComponent = z.infer<typeof component>;

const version = z.object({
  number: z.coerce.number().int().positive(),
  day: offset,
  note: z.string(),
  /** What the coordinator wrote when sending it back; '' where it was not. */
  returned: z.string(),
});

/** What the first version said in place of what stands in priorities and components. */
const earlier = z.object({
  kind: z.enum(['priority', 'component']),
  of: z.string(),
  field: z.enum(['heading', 'statement']),
  sq: z.string().min(1),
  en: z.string().min(1),
});

const comment = z.object({
  id: z.string(),
  thread: z.string(),
  priority: z.string(),
  by: z.enum(['coordinator', 'editor', 'facilitator']),
  day: offset,
  body: z.string().min(1),
  resolved: yes,
});

export function readCandidates(part: '' | 'half-way/') {
  return readTable(`${part}candidates`, candidate);
}

/** The residents' vote by approval, and what it was about. */
export function readVote() {
  return { candidates: readTable('candidates', votedOn), polls: readTable('polls', poll) };
}

/** A contract as it was written: priorities, components, versions. */
export function readContract(part: '' | 'half-way/') {
  return {
    priorities: readTable(`${part}priorities`, priority),
    components: readTable(`${part}components`, component),
    versions: readTable(`${part}versions`, version),
  };
}

export function readEarlierTexts() {
  return readTable('first-version', earlier);
}

export function readComments() {
  return readTable('comments', comment);
}
