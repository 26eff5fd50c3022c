import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { qrSvg } from '#ui/content/qr-code.ts';

/** An address for a template: itself, its QR code as a picture, and the words for those who don't see it. */
export interface QrData {
  readonly address: string;
  readonly qr: string;
  readonly qrAlt: string;
}

export function qrData(address: string, language: Language): QrData {
  return { address, qr: qrSvg(address), qrAlt: translator(language)('paper.qr', { address }) };
}
