import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';

/** What one electronic signature of a scanned or signed document is worth. `word`: of the texts `signature-check.*`. */
export interface CheckedSignature {
  word:
    | 'unreadable'
    | 'changed'
    | 'appended'
    | 'unknown-root'
    | 'unsuitable'
    | 'expired'
    | 'not-checked'
    | 'good';
  /** As the certificate says: name and organisation, and who issued it. */
  who: string;
  issuer: string | undefined;
  time: { day: string; basis: 'timestamp' | 'claimed' } | undefined;
}

export type ScanCheck = { kind: 'unsigned' } | { kind: 'signed'; signatures: readonly CheckedSignature[] };

/** The checks of documents that are PDFs, by the document's SHA-256. */
export type ScanChecks = ReadonlyMap<string, ScanCheck>;

/** Of signatures that hold, a certificate may have been revoked: that is not looked up, and said beside each. */
function mayBeRevoked(word: CheckedSignature['word']): boolean {
  return word !== 'unreadable' && word !== 'changed';
}

/**
 * 'Good signature: …: Arta Hoxha, Bashkia Vlorë, certificate issued by …, 2 May 2027 (time as told by the signer), revocation
 * was not checked'.
 */
export function checkWords(check: ScanCheck, t: Translate, formats: Formats): string[] {
  if (check.kind === 'unsigned') return [t('signature-check.unsigned')];
  return check.signatures.map(({ word, who, issuer, time }) =>
    [
      [t(`signature-check.${word}`), who].filter(Boolean).join(': '),
      issuer ? t('signature-check.issuer', { issuer }) : '',
      time ? `${formats.date(time.day)} (${t(`signature-check.time.${time.basis}`)})` : '',
      mayBeRevoked(word) ? t('signature-check.revocation') : '',
    ]
      .filter(Boolean)
      .join(', '),
  );
}
