/** The parts in which an experience is told, in the order in which they are read. */
export const parts = ['problem', 'context', 'done', 'result', 'lessons'] as const;
export type Part = (typeof parts)[number];

export const tryStates = ['wants', 'tried'] as const;
export type TryState = (typeof tryStates)[number];

export const tryOutcomes = ['worked', 'partly', 'did-not-work'] as const;
export type TryOutcome = (typeof tryOutcomes)[number];

export const currencies = ['ALL', 'EUR', 'USD'] as const;

/** What an amount as typed is in the smallest unit; undefined where it is none. '12500' or '12500.50', with spaces if one likes. */
export function minorUnits(typed: string): number | undefined {
  const [, whole, cents = ''] =
    /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(typed.replaceAll(/[\s\u00a0]/g, '')) ?? [];
  if (whole === undefined) return undefined;
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

/** An amount as it is typed. */
export function typedAmount(minor: number): string {
  const cents = minor % 100;
  return cents === 0 ? String(minor / 100) : (minor / 100).toFixed(2);
}
