import { z } from 'zod';
import type { Localised } from '#i18n/languages.ts';

/** A file of evidence as the record has it: the sealed original, and the copy that was let to the public, if one was. */
export interface PublishedFile {
  sha256: string;
  copySha256: string | null;
  alt: Localised;
}

const key = z.string().regex(/^[0-9a-f]{64}$/);
const words = z.object({ sq: z.string().optional(), en: z.string().optional() });
const further = z.object({
  sha256: key,
  copy: key.nullable().catch(null),
  alt: words
    .catch({})
    .transform(({ sq, en }): Localised => ({ ...(sq ? { sq } : {}), ...(en ? { en } : {}) })),
});
const told = z.object({ more: z.array(z.unknown()) });

interface Row {
  sha256: string | null;
  copySha256: string | null;
  alt: Localised | null;
  details: unknown;
}

/** Every file of a row of the record: the first has columns of its own, those after it stand with the details. */
export function filesOfEvidence({ sha256, copySha256, alt, details }: Row): PublishedFile[] {
  const more = told.safeParse(details).data?.more ?? [];
  const first = sha256 === null ? [] : [{ sha256, copySha256, alt: alt ?? {} }];
  return [
    ...first,
    ...more.flatMap((one) => {
      const read = further.safeParse(one).data;
      return read ? [{ sha256: read.sha256, copySha256: read.copy, alt: read.alt }] : [];
    }),
  ];
}
