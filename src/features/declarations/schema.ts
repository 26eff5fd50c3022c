import { z } from 'zod';
import { optionalText, text, version, wholeNumber } from '#forms/fields.ts';
import { bands, mostFunders, readAmount, type Funding } from './funding.ts';

const how = z.enum(['', ...bands, 'exact']).default('');

const rows = Array.from({ length: mostFunders }, (_, index) => index + 1);

/** Names of the fields of one funder. */
export function funderFields(row: number) {
  return { funder: `funder${row}`, how: `how${row}`, amount: `amount${row}` };
}

export const declarationForm = z
  .object({
    year: wholeNumber(1990, 2200),
    interestsSq: text(5000),
    interestsEn: optionalText(5000),
    /** Of a correction: why. */
    reason: optionalText(500),
    /** How many versions the year had when the form was drawn. */
    version: version(),
  })
  .catchall(z.string())
  .transform((typed, context) => {
    const funding = rows.flatMap((row): Funding[] => {
      const fields = funderFields(row);
      const funder = optionalText(200).safeParse(typed[fields.funder]).data ?? '';
      const kind = how.safeParse(typed[fields.how]).data ?? '';
      const written = (typed[fields.amount] ?? '').slice(0, 40);
      const fault = (field: string, message: string) => {
        context.addIssue({ code: 'custom', path: [field], message });
        return [];
      };
      if (funder === '')
        return kind === '' && written.trim() === '' ? [] : fault(fields.funder, 'form.fault.missing');
      if (kind === '') return fault(fields.how, 'declarations.fault.how');
      if (kind !== 'exact') return [{ funder, band: kind, amount: null, currency: null }];
      const amount = readAmount(written);
      return amount ? [{ funder, band: null, ...amount }] : fault(fields.amount, 'declarations.fault.amount');
    });
    const { year, interestsSq, interestsEn, reason, version: base } = typed;
    return { year, interestsSq, interestsEn, reason, base, funding };
  });
export type DeclarationCommand = z.output<typeof declarationForm>;
