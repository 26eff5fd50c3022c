import { constants, createHash, timingSafeEqual, verify, type VerifyKeyObjectInput } from 'node:crypto';
import { RSASSAPSSParams } from 'pkijs';
import type { SignedMessage } from './cms.ts';

/** Digests that still protect; SHA-1 and MD5 are left out. */
const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Kinds of signatures by identifier; `digest` where the identifier names one itself. */
const algorithms: Readonly<Record<string, { key: string; digest?: string }>> = {
  '1.2.840.113549.1.1.1': { key: 'rsa' },
  '1.2.840.113549.1.1.11': { key: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: 'sha512' },
  '1.2.840.113549.1.1.10': { key: 'pss' },
  '1.2.840.10045.2.1': { key: 'ec' },
  '1.2.840.10045.4.3.2': { key: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', digest: 'sha512' },
  '1.3.101.112': { key: 'ed25519' },
};

/** @throws where the digest is not one that protects */
export function digestOf(algorithm: string, pieces: readonly Uint8Array[]): Buffer {
  const hash = createHash(nameOf(algorithm));
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

function nameOf(algorithm: string): string {
  const name = digests[algorithm];
  if (name === undefined) throw new Error(`the digest ${algorithm.slice(0, 64)} is not accepted`);
  return name;
}

/**
 * Whether the bytes are what was signed, by the key of the message's certificate.
 * @param contentType what the bytes are, where the signature says so
 * @throws where the signature is made by means that are not known or no longer protect
 */
export function isWhatWasSigned(
  message: SignedMessage,
  pieces: readonly Uint8Array[],
  contentType: string,
): boolean {
  const { attributes, digestAlgorithm } = message;
  const digest = digestOf(digestAlgorithm, pieces);
  if (!attributes) return isSignatureOf(message, Buffer.concat(pieces));
  if (attributes.contentType !== contentType) return false;
  if (digest.length !== attributes.digest.length || !timingSafeEqual(digest, attributes.digest)) return false;
  return isSignatureOf(message, attributes.encoded);
}

function isSignatureOf(message: SignedMessage, signed: Uint8Array): boolean {
  const { signatureAlgorithm, digestAlgorithm, signature, certificate } = message;
  const algorithm = algorithms[signatureAlgorithm.oid];
  if (!algorithm) throw new Error(`the signature ${signatureAlgorithm.oid.slice(0, 64)} is not known`);
  const key = certificate.publicKey;
  const kind = key.asymmetricKeyType;
  const isFitting = algorithm.key === 'pss' ? kind === 'rsa' || kind === 'rsa-pss' : kind === algorithm.key;
  if (!isFitting) throw new Error('key and signature are of different kinds');
  const named = nameOf(digestAlgorithm);
  if (algorithm.digest !== undefined && algorithm.digest !== named) throw new Error('two digests are named');
  if (algorithm.key === 'ed25519') return verify(null, signed, key, signature);
  const input: VerifyKeyObjectInput =
    algorithm.key === 'pss' ? { key, ...paddingOf(signatureAlgorithm.parameters, digestAlgorithm) } : { key };
  return verify(named, signed, input, signature);
}

function paddingOf(schema: unknown, digestAlgorithm: string) {
  const { hashAlgorithm, saltLength } = new RSASSAPSSParams({ schema });
  if (hashAlgorithm.algorithmId !== digestAlgorithm) throw new Error('two digests are named');
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
}
