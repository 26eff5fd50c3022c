import { readMonitoring } from './content/monitoring.ts';
import { replies, type DemoReply } from './content/replies.ts';
import { decideBetween, handInCodes, letCode } from './steps/monitoring/code.ts';
import { correct, dispute, sayHowItIs } from './steps/monitoring/follow-up.ts';
import { gatherEvidence } from './steps/monitoring/gather.ts';
import { assessmentOf, assignTeam, openDemoRound } from './steps/monitoring/open-rounds.ts';
import { publishAssessment } from './steps/monitoring/publish.ts';
import { answerForTownHall, readReply, sendToTownHall } from './steps/monitoring/reply.ts';
import type { MonitoringStage } from './steps/monitoring/team.ts';

const current = '2026-2027';

/** A round that has ended: when what was done, in days from the first day. */
const ended = { opened: -140, evidence: -80, coding: -62, reply: -30, publication: 30 };

/** Ullimarë worked on the round of 2024–2025 a year earlier, and published it on the day of the other municipalities. */
const yearEarlier = '2026-02-14';

/**
 * Takes one municipality through two rounds, to their publication and what followed, and into the one under way; another
 * waits for its town hall's reply.
 */
export async function monitor(
  { ullimare, kreshmire }: { ullimare: MonitoringStage; kreshmire: MonitoringStage },
  say: (text: string) => void,
): Promise<void> {
  const { app, coordinator, firstDay, contract } = ullimare;
  const earlier = { ...ullimare, firstDay: yearEarlier };
  const before = await openDemoRound(app, coordinator, yearEarlier, {
    ...ended,
    publication: -10,
    number: 2,
    starts: '2024-09',
    ends: '2025-08',
    contracts: [contract],
  });
  await assess(earlier, before, { year: '2024-2025', sent: -58 });
  await toPublication(earlier, before, '2024-2025', replies['2024-2025']);
  say(
    'Filling the workspace: a round of monitoring, from evidence to a reply that changed a code, published',
  );
  const last = await openDemoRound(app, coordinator, firstDay, {
    ...ended,
    number: 3,
    starts: '2025-09',
    ends: '2026-08',
    contracts: [contract, kreshmire.contract],
  });
  await assess(ullimare, last, { year: '2025-2026', sent: -58 });
  await assess(kreshmire, last, { year: '2025-2026', sent: -4 });
  await toPublication(ullimare, last, '2025-2026', replies['2025-2026']);
  await follow(ullimare, '2025-2026');
  say('Filling the workspace: the next round in two municipalities; a status corrected, another disputed');
  const underWay = await openDemoRound(app, coordinator, firstDay, {
    number: 4,
    starts: '2026-09',
    ends: '2027-08',
    opened: -6,
    evidence: 240,
    coding: 270,
    reply: 310,
    publication: 340,
    contracts: [contract],
  });
  await begin(ullimare, underWay);
}

/** Evidence, two codes for each component, a decision where they differ, and the draft to the town hall. */
async function assess(
  stage: MonitoringStage,
  round: string,
  { year, sent }: { year: string; sent: number },
): Promise<void> {
  const assessment = await assessmentOf(stage, round);
  const content = readMonitoring(stage.contract, year);
  await assignTeam(stage, assessment, -138);
  await gatherEvidence(stage, assessment, content.items, { day: -90 });
  await letCode(stage, assessment, -79);
  const { coder, otherCoder, secondEditor } = stage.team;
  await handInCodes(stage, assessment, content, { coder, which: 'first', day: -72 });
  await handInCodes(stage, assessment, content, { coder: otherCoder, which: 'second', day: -68 });
  await decideBetween(stage, assessment, content.codings, { adjudicator: secondEditor, day: -63 });
  await sendToTownHall(stage, assessment, { day: sent, email: 'bashkia@demo.example' });
}

async function toPublication(
  stage: MonitoringStage,
  round: string,
  year: string,
  reply: DemoReply,
): Promise<void> {
  const assessment = await assessmentOf(stage, round);
  await answerForTownHall(stage, assessment, reply, -50);
  await readReply(stage, assessment, reply, -30);
  const { changed } = reply;
  const codings = readMonitoring(stage.contract, year).codings.map((coding) => {
    if (coding.component !== changed?.component) return coding;
    return { ...coding, rationale_sq: changed.rationale.sq, rationale_en: changed.rationale.en };
  });
  await publishAssessment(stage, assessment, codings, { prepared: -20, published: -16 });
}

/** What came after the publication: a correction, residents' views, a dispute. */
async function follow(stage: MonitoringStage, round: string): Promise<void> {
  const published = { priority: `${stage.contract}-1`, round };
  await correct(stage, { ...published, day: -10 });
  await sayHowItIs(stage, { ...published, people: 24, day: -7 });
  await dispute(stage, { priority: `${stage.contract}-13`, round, day: -5 });
}

/** Some of it is done: what is left waits for whoever signs in. */
async function begin(stage: MonitoringStage, round: string): Promise<void> {
  const assessment = await assessmentOf(stage, round);
  const content = readMonitoring(stage.contract, current);
  const codings = content.codings.slice(0, 12);
  const items = content.items.filter((item) => codings.some(({ component }) => component === item.component));
  await assignTeam(stage, assessment, -5);
  await gatherEvidence(stage, assessment, items, { day: 0, waiting: 6 });
  await letCode(stage, assessment, 0);
  const { coder, otherCoder } = stage.team;
  const some = { items, codings: codings.slice(0, 8) };
  await handInCodes(stage, assessment, some, { coder, which: 'first', day: 0 });
  const fewer = { items, codings: codings.slice(0, 5) };
  await handInCodes(stage, assessment, fewer, { coder: otherCoder, which: 'second', day: 0 });
}
