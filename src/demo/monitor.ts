import { readMonitoring } from './content/monitoring.ts';
import { decideBetween, handInCodes, letCode } from './steps/monitoring/code.ts';
import { correct, dispute, sayHowItIs } from './steps/monitoring/follow-up.ts';
import { gatherEvidence } from './steps/monitoring/gather.ts';
import { assessmentOf, assignTeam, openDemoRound } from './steps/monitoring/open-rounds.ts';
import { publishAssessment } from './steps/monitoring/publish.ts';
import { answerForTownHall, readReply, sendToTownHall } from './steps/monitoring/reply.ts';
import type { MonitoringStage } from './steps/monitoring/team.ts';

const last = '2025-2026';
const current = '2026-2027';

/**
 * Takes one municipality through the round that has ended, to its publication and what followed, and into the one under way;
 * another waits for its town hall's reply.
 */
export async function monitor(
  { ullimare, kreshmire }: { ullimare: MonitoringStage; kreshmire: MonitoringStage },
  say: (text: string) => void,
): Promise<void> {
  const { app, coordinator, firstDay } = ullimare;
  const ended = await openDemoRound(app, coordinator, firstDay, {
    number: 3,
    starts: '2025-09',
    ends: '2026-08',
    opened: -140,
    evidence: -80,
    coding: -62,
    reply: -30,
    publication: 30,
    contracts: [ullimare.contract, kreshmire.contract],
  });
  await assess(ullimare, ended);
  await assess(kreshmire, ended);
  say('Filling the workspace: a round of monitoring in two municipalities, coded and sent to the town halls');
  await toPublication(ullimare, ended);
  const underWay = await openDemoRound(app, coordinator, firstDay, {
    number: 4,
    starts: '2026-09',
    ends: '2027-08',
    opened: -6,
    evidence: 240,
    coding: 270,
    reply: 310,
    publication: 340,
    contracts: [ullimare.contract],
  });
  await begin(ullimare, underWay);
  say('Filling the workspace: statuses published, one corrected, one disputed; the next round is under way');
}

/** Evidence, two codes for each component, a decision where they differ, and the draft to the town hall. */
async function assess(stage: MonitoringStage, round: string): Promise<void> {
  const assessment = await assessmentOf(stage, round);
  const content = readMonitoring(stage.contract, last);
  await assignTeam(stage, assessment, -138);
  await gatherEvidence(stage, assessment, content.items, { day: -90 });
  await letCode(stage, assessment, -79);
  const { coder, otherCoder, secondEditor } = stage.team;
  await handInCodes(stage, assessment, content, { coder, which: 'first', day: -72 });
  await handInCodes(stage, assessment, content, { coder: otherCoder, which: 'second', day: -68 });
  await decideBetween(stage, assessment, content.codings, { adjudicator: secondEditor, day: -63 });
  const isLater = stage.contract.startsWith('kreshmire');
  await sendToTownHall(stage, assessment, { day: isLater ? -4 : -58, email: 'bashkia@demo.example' });
}

async function toPublication(stage: MonitoringStage, round: string): Promise<void> {
  const assessment = await assessmentOf(stage, round);
  const { codings } = readMonitoring(stage.contract, last);
  await answerForTownHall(stage, assessment, -50);
  await readReply(stage, assessment, -30);
  await publishAssessment(stage, assessment, codings, { prepared: -20, published: -16 });
  const published = { priority: `${stage.contract}-1`, round: last };
  await correct(stage, { ...published, day: -10 });
  await sayHowItIs(stage, { ...published, people: 24, day: -7 });
  await dispute(stage, { priority: `${stage.contract}-4`, round: last, day: -5 });
}

/** Some of it is done: what is left waits for whoever signs in. */
async function begin(stage: MonitoringStage, round: string): Promise<void> {
  const assessment = await assessmentOf(stage, round);
  const { items, codings } = readMonitoring(stage.contract, current);
  await assignTeam(stage, assessment, -5);
  await gatherEvidence(stage, assessment, items, { day: 0, waiting: 6 });
  await letCode(stage, assessment, 0);
  const { coder, otherCoder } = stage.team;
  const some = { items, codings: codings.slice(0, 8) };
  await handInCodes(stage, assessment, some, { coder, which: 'first', day: 0 });
  const fewer = { items, codings: codings.slice(0, 5) };
  await handInCodes(stage, assessment, fewer, { coder: otherCoder, which: 'second', day: 0 });
}
