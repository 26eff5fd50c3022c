/** Who signed, as the certificate says: what an authority vouches for, where the chain is good. */
export interface Signer {
  name: string | undefined;
  organisation: string | undefined;
  /** Serial number of the certificate, in hex. */
  serial: string;
  /** Who issued the certificate. */
  issuer: string | undefined;
}

/**
 * What of the file a signature stands for: all of it; all but what was added with a later signature that is itself sound;
 * or all but what was added by nobody whom one could ask.
 */
export type Coverage = 'whole-file' | 'signed-additions' | 'unsigned-additions';

/** Where the certificate leads, at the time of signing. `unsuitable`: it may not sign documents, or its chain has rules that aren't known here. */
export type ChainVerdict = 'trusted' | 'unknown-root' | 'expired' | 'unsuitable' | 'not-checked';

/** When it was signed: told by an authority of time whose chain is good, or by the signer's own clock. */
export interface SigningTime {
  at: Date;
  basis: 'timestamp' | 'claimed';
}

/**
 * One signature of a PDF.
 * - `unreadable`: not a signature as PDF and CMS know it, or made with means that no longer protect (SHA-1)
 * - `changed`: what it stands for is not what was signed
 * - `intact`: that is what was signed; `coverage` and `chain` say the rest. Revocation is not looked up.
 */
export type PdfSignature =
  | { kind: 'unreadable'; why: string }
  | ({ kind: 'changed' } & SignatureFacts)
  | ({ kind: 'intact'; chain: ChainVerdict } & SignatureFacts);

export interface SignatureFacts {
  /** A person's or an organisation's, or the timestamp that an authority of time puts on a whole file. */
  role: 'signature' | 'timestamp';
  signer: Signer;
  time: SigningTime | undefined;
  coverage: Coverage;
}

export type PdfCheck =
  { kind: 'not-a-pdf' } | { kind: 'unsigned' } | { kind: 'signed'; signatures: readonly PdfSignature[] };

/** One word for each signature, the gravest first: the key of its text is `signature-check.{word}`. */
export const verdicts = [
  'unreadable',
  'changed',
  'appended',
  'unknown-root',
  'unsuitable',
  'expired',
  'not-checked',
  'good',
] as const;
export type Verdict = (typeof verdicts)[number];

export function verdictOf(signature: PdfSignature): Verdict {
  if (signature.kind !== 'intact') return signature.kind;
  if (signature.coverage === 'unsigned-additions') return 'appended';
  return signature.chain === 'trusted' ? 'good' : signature.chain;
}
