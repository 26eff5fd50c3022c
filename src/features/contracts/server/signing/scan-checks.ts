import { buffer } from 'node:stream/consumers';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { readRoots } from '#server/pdf-signature/roots.ts';
import { verdictOf, type PdfSignature } from '#server/pdf-signature/verdict.ts';
import { verifyPdfSignatures } from '#server/pdf-signature/verify.ts';
import type { CheckedSignature, ScanCheck, ScanChecks } from '../../scan-check.ts';

function presented(signature: PdfSignature): CheckedSignature {
  const word = verdictOf(signature);
  if (signature.kind === 'unreadable') return { word, who: '', issuer: undefined, time: undefined };
  const { signer, time } = signature;
  return {
    word,
    who: [signer.name, signer.organisation].filter((part) => part !== undefined).join(', '),
    issuer: signer.issuer,
    time: time && { day: dayOf(time.at), basis: time.basis },
  };
}

/** What the electronic signatures of a kept PDF are worth by the roots that are configured now. */
const checkOf = perVersion(async (app, sha256: string): Promise<ScanCheck | undefined> => {
  if (!(await app.files.has(sha256))) return undefined;
  const [bytes, roots] = await Promise.all([
    buffer(app.files.read(sha256)),
    readRoots(app.config.signatureRoots),
  ]);
  const check = verifyPdfSignatures(bytes, { roots, now: app.clock() });
  if (check.kind === 'not-a-pdf') return undefined;
  if (check.kind === 'unsigned') return check;
  return { kind: 'signed', signatures: check.signatures.map(presented) };
});

/** The checks of those of the documents that are PDFs; pictures have none. */
export async function checkScans(
  app: App,
  documents: readonly { scanSha256: string | null }[],
): Promise<ScanChecks> {
  const asked = [...new Set(documents.flatMap(({ scanSha256 }) => scanSha256 ?? []))];
  if (asked.length === 0) return new Map();
  const pdfs = await app.db
    .selectFrom('file')
    .select('sha256')
    .where('media_type', '=', 'application/pdf')
    .where('sha256', 'in', asked)
    .orderBy('sha256')
    .execute();
  const checks = new Map<string, ScanCheck>();
  // One after the other: each may be as large as an upload.
  for (const { sha256 } of pdfs) {
    const check = await checkOf(app, sha256);
    if (check) checks.set(sha256, check);
  }
  return checks;
}
