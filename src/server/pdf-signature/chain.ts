import type { X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import { BasicConstraints, Certificate, ExtKeyUsage } from 'pkijs';
import type { ChainVerdict } from './verdict.ts';

/** Certificates between a signer's and a root. */
const longest = 8;
/** Signatures of certificates that are looked at for one chain, however tangled what came with it is. */
const mostTries = 200;

/** Extensions that are heeded here, or change nothing; a critical one besides makes a certificate unusable. */
const understood = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.19',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.35',
  '2.5.29.37',
]);
const keyUsage = '2.5.29.15';
const basicConstraints = '2.5.29.19';
const extendedKeyUsage = '2.5.29.37';
export const timeStamping = '1.3.6.1.5.5.7.3.8';

interface Search {
  others: readonly X509Certificate[];
  roots: readonly X509Certificate[];
  at: Date;
  tries: number;
}

/** Whether the certificate leads to one of the roots by certificates that were valid at the time. Revocation is not looked up. */
export function chainOf(
  leaf: X509Certificate,
  { others, roots, at, purpose }: Omit<Search, 'tries'> & { purpose: 'documents' | 'time' },
): ChainVerdict {
  if (roots.length === 0) return 'not-checked';
  if (!maySign(leaf, purpose)) return 'unsuitable';
  const found = leadsOn(leaf, [], { others, roots, at, tries: 0 });
  return found ?? 'unknown-root';
}

/** The best that the chains on from a certificate come to; undefined where none reaches a root. */
function leadsOn(
  certificate: X509Certificate,
  below: readonly X509Certificate[],
  search: Search,
): 'trusted' | 'expired' | undefined {
  if (below.length > longest) return undefined;
  const isValid = isValidAt(certificate, search.at);
  if (search.roots.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256)) {
    return isValid ? 'trusted' : 'expired';
  }
  let best: 'expired' | undefined;
  for (const issuer of [...search.roots, ...search.others]) {
    if (search.tries >= mostTries) return best;
    if (issuer.fingerprint256 === certificate.fingerprint256 || below.includes(issuer)) continue;
    if (!certificate.checkIssued(issuer)) continue;
    search.tries += 1;
    // Certificates in between that issued themselves are counted, too: none does so honestly.
    if (!mayIssue(issuer, below.length) || !certificate.verify(issuer.publicKey)) continue;
    const further = leadsOn(issuer, [...below, certificate], search);
    if (further === 'trusted' && isValid) return 'trusted';
    if (further) best = 'expired';
  }
  return best;
}

function isValidAt({ validFromDate, validToDate }: X509Certificate, at: Date): boolean {
  return validFromDate <= at && at <= validToDate;
}

function extensionsOf(certificate: X509Certificate) {
  return Certificate.fromBER(certificate.raw).extensions ?? [];
}

function hasForeignRules(extensions: ReturnType<typeof extensionsOf>): boolean {
  return extensions.some(({ critical, extnID }) => critical && !understood.has(extnID));
}

/** @param between the number of authorities between it and the signer */
function mayIssue(certificate: X509Certificate, between: number): boolean {
  if (!certificate.ca) return false;
  const extensions = extensionsOf(certificate);
  if (hasForeignRules(extensions)) return false;
  const constraints: unknown = extensions.find(({ extnID }) => extnID === basicConstraints)?.parsedValue;
  if (!(constraints instanceof BasicConstraints)) return false;
  const { pathLenConstraint } = constraints;
  return (
    pathLenConstraint === undefined || (typeof pathLenConstraint === 'number' && between <= pathLenConstraint)
  );
}

function maySign(certificate: X509Certificate, purpose: 'documents' | 'time'): boolean {
  const extensions = extensionsOf(certificate);
  if (hasForeignRules(extensions)) return false;
  const usage: unknown = extensions.find(({ extnID }) => extnID === keyUsage)?.parsedValue;
  // digitalSignature or nonRepudiation, the first two bits.
  if (usage instanceof BitString && ((usage.valueBlock.valueHexView[0] ?? 0) & 0xc0) === 0) return false;
  if (purpose === 'documents') return true;
  const extended: unknown = extensions.find(({ extnID }) => extnID === extendedKeyUsage)?.parsedValue;
  return extended instanceof ExtKeyUsage && extended.keyPurposes.includes(timeStamping);
}
