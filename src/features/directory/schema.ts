import { z } from 'zod';
import { optionalText, version } from '#forms/fields.ts';

/** The fields of the entry itself are read by its kind (entry.ts). */
export const entryForm = z.object({ reason: optionalText(500), version: version() });
export type EntryCommand = z.output<typeof entryForm>;
