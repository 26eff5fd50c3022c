import { z } from 'zod';
import { choice, id, optionalText, ticked, version } from '#forms/fields.ts';

export const speakerLinkForm = z.object({
  row: id(),
  email: z.string().trim().min(1).max(254).pipe(z.email()),
});
export type SpeakerLinkCommand = z.output<typeof speakerLinkForm>;

/** What a speaker says of themselves. */
export const speakerForm = z.object({
  /** Of somebody who is not in the record. */
  name: optionalText(200),
  capacitySq: optionalText(200),
  capacityEn: optionalText(200),
  biographySq: optionalText(600),
  biographyEn: optionalText(600),
  attendance: choice(['on-site', 'online']),
  agreed: ticked().refine(Boolean, 'event.speaker.must-agree'),
  version: version().optional(),
});
export type SpeakerCommand = z.output<typeof speakerForm>;
