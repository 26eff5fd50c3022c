/** Bands of euros in a year, where an organisation does not say exactly. */
export const bands = ['under-10000', '10000-50000', '50000-200000', 'over-200000'] as const;
export type Band = (typeof bands)[number];

/** How many funders one declaration names. */
export const mostFunders = 6;

/** Who funds an organisation in a year, and with how much: a band, or an amount in hundredths of a currency. */
export interface Funding {
  funder: string;
  band: Band | null;
  amount: number | null;
  currency: string | null;
}

/** '25 000,50 EUR' or '1200000 ALL' as an amount; undefined where it is none. */
export function readAmount(text: string): { amount: number; currency: string } | undefined {
  const [, digits = '', cents = '', currency] =
    /^(\d[\d ]{0,14}?)(?:[.,](\d{1,2}))? ?([A-Z]{3})$/.exec(text.trim().toUpperCase()) ?? [];
  if (currency === undefined) return undefined;
  const amount = Number(digits.replaceAll(' ', '')) * 100 + Number(cents.padEnd(2, '0'));
  return Number.isSafeInteger(amount) ? { amount, currency } : undefined;
}
