import { z } from 'zod';
import { language, list, offset, optionalField, optionalNumber } from './cells.ts';
import { readTable } from './read-file.ts';

const session = z.object({
  id: z.string(),
  kind: z.enum([
    'focus-group',
    'community-meeting',
    'interest-group',
    'door-to-door',
    'online',
    'questionnaire',
  ]),
  unit: z.string(),
  day: offset,
  starts_at: z.string(),
  place: z.string(),
  access_notes: z.string(),
  target_groups: list,
  /** '' before it was held, like what follows. */
  channel: z.enum(['', 'on-site', 'online', 'mixed']),
  languages: list,
  participants: optionalNumber,
  minutes: z.string(),
  summary_sq: z.string(),
  summary_en: z.string(),
  counts_note: z.string(),
  /** Names: who leads it has no account here. */
  facilitators: list,
  state: z.enum(['planned', 'held', 'published']),
});

export type DemoSession = z.infer<typeof session>;

const attendance = z.object({
  session: z.string(),
  sex: z.enum(['', 'women', 'men', 'not-stated']),
  age_band: z.enum(['', 'under-18', '18-29', '30-44', '45-64', '65-plus', 'not-stated']),
  social_group: z.string(),
  people: z.coerce.number().int().positive(),
});

export type DemoAttendance = z.infer<typeof attendance>;

const need = z.object({
  session: z.string(),
  unit: z.string(),
  field: optionalField,
  statement: z.string().min(1),
  language,
  translation: z.string(),
  place: z.string(),
  speaker: z.string(),
  /** The candidate that it was put into; '' while it waits, or where it was set aside. */
  candidate: z.string(),
  set_aside: z.string(),
});

export type DemoNeed = z.infer<typeof need>;

/** @param part '' for the municipality that went the whole way, 'half-way/' for the other */
export function readListening(part: '' | 'half-way/') {
  return {
    sessions: readTable(`${part}sessions`, session),
    attendance: readTable(`${part}attendance`, attendance),
    needs: readTable(`${part}needs`, need),
  };
}
