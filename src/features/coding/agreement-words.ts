import { locales, type Language } from '#i18n/languages.ts';

/** A coefficient to three decimals, as it is printed: 0.816; never rounded up over the bound of a word ('reliable' from 0.800). */
export function coefficient(value: number, language: Language): string {
  const cut = Math.floor(value * 1000 + 1e-9) / 1000;
  return new Intl.NumberFormat(locales[language].replace('_', '-'), {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  }).format(cut);
}

/** Percent of the components to which both gave the same code; whole below fifty, as every share. */
export function shareAgreed({ units, agreed }: { units: number; agreed: number }): number {
  const percent = (100 * agreed) / units;
  return units < 50 ? Math.round(percent) : Math.round(percent * 10) / 10;
}
