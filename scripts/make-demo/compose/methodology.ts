import { fingerprintOf } from '#features/methodology/server/fingerprint.ts';
import type { Draft } from '../package.ts';
import { signed, signedAs, versions } from '../record/methodology.ts';
import { typeset } from '../text.ts';

/** The versions of the methodology and who signed them, into the draft. */
export function addMethodology(draft: Draft): void {
  for (const [index, { published, text, changes }] of versions.entries()) {
    const [sq, en] = text;
    draft.add('methodology-versions', {
      id: `v${index + 1}`,
      number: index + 1,
      published_on: published,
      text,
      changes,
      // Of the texts as they stand in the file.
      sha256: fingerprintOf({ sq: typeset(sq), en: typeset(en) }),
    });
  }
  for (const { organisation, by, on } of signed) {
    for (const [number, day] of Object.entries(on)) {
      draft.add('methodology-signatures', {
        id: `${organisation}/v${number}`,
        version: `v${number}`,
        organisation,
        signed_on: day,
        signed_by: by,
        capacity: signedAs,
      });
    }
  }
}
