import type { X509Certificate } from 'node:crypto';
import { TSTInfo } from 'pkijs';
import { chainOf } from './chain.ts';
import { signedOf, type SignedMessage } from './cms.ts';
import { digestOf, isWhatWasSigned } from './signed-bytes.ts';

/** What a token of an authority of time carries (RFC 3161). */
export const timestampContent = '1.2.840.113549.1.9.16.1.4';

/**
 * The time that a token gives for some bytes; undefined where its own signature is not sound, or it is about others.
 * @throws where the token cannot be read
 */
export function stampedTime(token: SignedMessage, pieces: readonly Uint8Array[]): Date | undefined {
  const { type, bytes } = token.content;
  if (type !== timestampContent || !bytes || !isWhatWasSigned(token, [bytes], timestampContent))
    return undefined;
  const { messageImprint, genTime } = TSTInfo.fromBER(bytes);
  const stamped = Buffer.from(messageImprint.hashedMessage.getValue());
  const isAbout = stamped.equals(digestOf(messageImprint.hashAlgorithm.algorithmId, pieces));
  return isAbout && !Number.isNaN(genTime.getTime()) ? genTime : undefined;
}

/**
 * The time of a signature's own timestamp, where the certificate of its authority leads to one of the roots; else
 * undefined, as anybody can write a time.
 */
export function trustedTimeOf(message: SignedMessage, roots: readonly X509Certificate[]): Date | undefined {
  if (message.timestamp === undefined) return undefined;
  try {
    const token = signedOf(message.timestamp);
    const at = stampedTime(token, [message.signature]);
    const { certificate, others } = token;
    return at && chainOf(certificate, { others, roots, at, purpose: 'time' }) === 'trusted' ? at : undefined;
  } catch {
    return undefined;
  }
}
