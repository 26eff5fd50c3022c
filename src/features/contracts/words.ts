import type { Formats } from '#i18n/format.ts';
import type { MessageKey, Translate } from '#i18n/translate.ts';
import type { AmendmentState } from './amendment.ts';
import type { CountIs, TextState } from './contract.ts';
import type { Signing, SignatureFact } from './signing.ts';

/** Where a signing stands, with the date known of it: 'Signed, 17 October 2019', 'Expected: 2021 (as of 22 December 2020)'. */
export function signingWords({ state, facts, lapsed }: Signing, t: Translate, formats: Formats): string {
  const last = facts.at(-1);
  if (last && lapsed) return t('signing.lapsed', { words: factDate(last, t, formats) });
  const label = t(`signing.${state}`);
  return last ? `${label}, ${factDate(last, t, formats)}` : label;
}

/** When a fact happened, or by when it was known. */
export function factDate(fact: SignatureFact, t: Translate, formats: Formats): string {
  if (fact.state === 'expected' && fact.expectedOn) {
    const known = fact.knownBy ?? fact.occurredOn;
    const words = t('signing.expected-on', { date: formats.date(fact.expectedOn) });
    return known ? `${words} (${t('signing.as-of', { date: formats.date(known) })})` : words;
  }
  if (fact.occurredOn) return formats.date(fact.occurredOn);
  return fact.knownBy ? t('signing.by', { date: formats.date(fact.knownBy) }) : t('signing.undated');
}

const gaps: Record<Exclude<TextState, 'complete'>, MessageKey> = {
  missing: 'contract.gap.missing',
  partial: 'contract.gap.partial',
  'size-unknown': 'contract.gap.size-unknown',
};

interface Size {
  text: TextState;
  inRecord: number;
  priorityCount: number | null;
  priorityCountIs: CountIs | null;
}

/** The words for what of a contract's text is not in the record; undefined where all of it is. */
export function gapWords(
  { text, inRecord, priorityCount, priorityCountIs }: Size,
  t: Translate,
): string | undefined {
  if (text === 'complete') return undefined;
  return t(gaps[text], { count: inRecord, total: priorityCount ?? 0, is: priorityCountIs ?? 'at-least' });
}

/** '2019–2023' from the years of a contract; the mandate's where its own are not known. */
export function periodWords(contract: {
  starts: string | null;
  ends: string | null;
  mandate: string;
}): string {
  const { starts, ends, mandate } = contract;
  return starts && ends ? `${starts.slice(0, 4)}–${ends.slice(0, 4)}` : mandate.replace('-', '–');
}

/** Where an amendment stands: 'Pending: awaits the signature of the municipality', 'In force from 1 March 2028'. */
export function amendmentWords(state: AmendmentState, t: Translate, formats: Formats): string {
  switch (state.kind) {
    case 'pending':
      return t('amendment.pending', {
        sides: formats.list(state.awaits.map((side) => t(`amendment.side.${side}`))),
      });
    case 'declined':
      return t('amendment.declined', {
        side: t(`amendment.side.${state.by}`),
        date: formats.date(state.on),
      });
    case 'agreed':
      return t('amendment.agreed', { date: formats.date(state.from) });
    case 'in-force':
      return t('amendment.in-force', { date: formats.date(state.from) });
  }
}

/** Facts as they happened, one after the other; those without a date come first. */
export function inTime<Fact extends Pick<SignatureFact, 'occurredOn' | 'knownBy'>>(
  facts: readonly Fact[],
): Fact[] {
  const on = ({ occurredOn, knownBy }: Fact) => occurredOn ?? knownBy ?? '';
  return facts.toSorted((a, b) => (on(a) < on(b) ? -1 : Number(on(a) > on(b))));
}
