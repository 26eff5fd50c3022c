import { z } from 'zod';
import { day, version, wholeNumber } from '#forms/fields.ts';

/** A cycle of the network: the mandate that its election begins, and until when each step is to be done. */
export const planCycle = z
  .object({
    starts: wholeNumber(2000, 2100),
    listen: day(),
    compile: day(),
    contract: day(),
    confront: day(),
    sign: day(),
    election: day(),
    version: version().optional(),
  })
  .superRefine((plan, context) => {
    const { listen, compile, contract, confront, sign, election, starts } = plan;
    const inOrder = [
      ['compile', listen, compile],
      ['contract', compile, contract],
      ['confront', contract, confront],
      ['sign', contract, sign],
      ['election', confront, election],
    ] as const;
    for (const [field, earlier, later] of inOrder) {
      if (later < earlier)
        context.addIssue({ code: 'custom', path: [field], message: 'work.fault.order', input: later });
    }
    if (Number(election.slice(0, 4)) !== starts)
      context.addIssue({
        code: 'custom',
        path: ['election'],
        message: 'work.fault.election-year',
        input: starts,
      });
  });

export type PlanCycle = z.output<typeof planCycle>;

/** Which municipality and mandate the workspace shows. */
export const workFilter = z.object({
  municipality: z.string().max(100).optional().catch(undefined),
  mandate: z.string().max(100).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});

export type WorkFilter = z.infer<typeof workFilter>;
