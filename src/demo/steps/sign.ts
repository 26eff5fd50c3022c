import { recordFact as factSchema } from '#features/contracts/signing-schema.ts';
import { recordFact } from '#features/contracts/server/signing/signatures.ts';
import { appOn, dayAfter } from '../clock.ts';
import type { readForum } from '../content/forum.ts';
import { expectDone } from '../expect-done.ts';
import type { Stage } from '../stage.ts';

/** Who was invited to sign, who signed, pledged, declined and why, and who is expected. */
export async function sign(
  stage: Stage,
  contract: string,
  event: string,
  { signatures, candidates, forum }: ReturnType<typeof readForum>,
): Promise<void> {
  const { editor, organisationId } = stage.members;
  for (const fact of signatures) {
    const candidate = candidates.find(({ id }) => id === fact.who);
    const day = dayAfter(stage.firstDay, fact.day);
    const command = factSchema.parse({
      state: fact.state,
      signatory: fact.signatory,
      person: '',
      name: candidate?.name ?? '',
      organisation: fact.signatory === 'organisation' ? organisationId : '',
      party: fact.party,
      occurred_on: day,
      expected_on: fact.expected_day === null ? '' : dayAfter(stage.firstDay, fact.expected_day),
      event: fact.at_forum ? event : '',
      place: fact.at_forum ? forum.place : '',
      witness: fact.witness,
      reason: fact.reason_sq,
      reason_language: 'sq',
    });
    const app = appOn(stage.app, day, '21:00');
    const recorded = await recordFact(app, editor, { kind: 'contract', key: contract }, command);
    expectDone(`record ${fact.id}`, recorded);
  }
}
