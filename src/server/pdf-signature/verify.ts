import type { X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';
import { findSignatures, isPdf, type FoundSignature } from './byte-range.ts';
import { chainOf } from './chain.ts';
import { readSigned, type SignedMessage } from './cms.ts';
import { isWhatWasSigned } from './signed-bytes.ts';
import { stampedTime, timestampContent, trustedTimeOf } from './timestamp.ts';
import type { PdfCheck, PdfSignature, Signer, SigningTime } from './verdict.ts';

const dataContent = '1.2.840.113549.1.7.1';

export interface VerifyOptions {
  /** Certificates that are trusted; with none, chains are not checked, and said to be so. */
  roots: readonly X509Certificate[];
  now: Date;
}

/**
 * What the signatures of a PDF are worth. Whatever the bytes are, the answer is a value. Certificates are not asked
 * whether they were revoked: nothing is fetched.
 * @example
 * const check = verifyPdfSignatures(bytes, { roots: await readRoots(app.config.signatureRoots), now: app.clock() });
 * if (check.kind === 'signed') check.signatures.map(verdictOf); // ['good', 'appended']
 */
export function verifyPdfSignatures(file: Uint8Array, options: VerifyOptions): PdfCheck {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (!isPdf(bytes)) return { kind: 'not-a-pdf' };
  const looked = findSignatures(bytes).map((found) => ({ found, signature: look(found, options) }));
  if (looked.length === 0) return { kind: 'unsigned' };
  const isAnsweredFor = looked.some(
    ({ found, signature }) => endOf(found) === bytes.length && isSound(signature),
  );
  const beyond = isAnsweredFor ? 'signed-additions' : 'unsigned-additions';
  return {
    kind: 'signed',
    signatures: looked.map(({ found, signature }) => {
      if (signature.kind === 'unreadable') return signature;
      return { ...signature, coverage: endOf(found) === bytes.length ? 'whole-file' : beyond };
    }),
  };
}

function endOf(found: FoundSignature): number {
  return found.kind === 'found' ? found.end : 0;
}

/** Whether what it covers is answered for by someone known, as far as that was looked at. */
function isSound(signature: PdfSignature): boolean {
  return signature.kind === 'intact' && (signature.chain === 'trusted' || signature.chain === 'not-checked');
}

function look(found: FoundSignature, options: VerifyOptions): PdfSignature {
  if (found.kind === 'malformed') return { kind: 'unreadable', why: found.why };
  try {
    const message = readSigned(found.contents);
    if (message.content.type === timestampContent) return lookAtTimestamp(message, found.pieces, options);
    // Detached, as PDFs have it: what the message carried itself would be what was signed, not the file.
    if (message.content.bytes) return { kind: 'unreadable', why: 'it signs what it carries, not the file' };
    const { roots, now } = options;
    const { certificate, others } = message;
    const time = timeOf(message, roots, now);
    const facts = { role: 'signature', signer: signerOf(message), time, coverage: 'whole-file' } as const;
    if (!isWhatWasSigned(message, found.pieces, dataContent)) return { kind: 'changed', ...facts };
    const chain = chainOf(certificate, { others, roots, at: time?.at ?? now, purpose: 'documents' });
    return { kind: 'intact', chain, ...facts };
  } catch (error) {
    return { kind: 'unreadable', why: error instanceof Error ? error.message.slice(0, 200) : 'not readable' };
  }
}

/** The timestamp that keeps a whole file provable (a document timestamp of PAdES). */
function lookAtTimestamp(
  message: SignedMessage,
  pieces: readonly Uint8Array[],
  { roots, now }: VerifyOptions,
): PdfSignature {
  const at = stampedTime(message, pieces);
  const { certificate, others } = message;
  const facts = { role: 'timestamp', signer: signerOf(message), coverage: 'whole-file' } as const;
  if (!at) return { kind: 'changed', ...facts, time: undefined };
  const chain = chainOf(certificate, { others, roots, at, purpose: 'time' });
  const time =
    at <= now
      ? { at, basis: chain === 'trusted' ? ('timestamp' as const) : ('claimed' as const) }
      : undefined;
  return { kind: 'intact', chain, ...facts, time };
}

/** A signer's clock that is ahead of ours says nothing. */
function timeOf(
  message: SignedMessage,
  roots: readonly X509Certificate[],
  now: Date,
): SigningTime | undefined {
  const stamped = trustedTimeOf(message, roots);
  if (stamped) return { at: stamped, basis: 'timestamp' };
  const claimed = message.attributes?.time;
  return claimed && claimed.getTime() <= now.getTime() + 86_400_000
    ? { at: claimed, basis: 'claimed' }
    : undefined;
}

const names = { common: '2.5.4.3', organisation: '2.5.4.10' } as const;

function signerOf({ certificate }: SignedMessage): Signer {
  const { subject, issuer } = Certificate.fromBER(certificate.raw);
  const read = (from: typeof subject, id: string) => {
    const value: unknown = from.typesAndValues.find(({ type }) => type === id)?.value.valueBlock.value;
    return typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined;
  };
  return {
    name: read(subject, names.common),
    organisation: read(subject, names.organisation),
    serial: certificate.serialNumber.slice(0, 64),
    issuer: read(issuer, names.common) ?? read(issuer, names.organisation),
  };
}
