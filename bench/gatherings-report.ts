import { loadavg } from 'node:os';
import { doors, type CheckInFigures } from './checkin.ts';
import { hall, type FloorFigures } from './floor.ts';
import type { Times } from './gathering.ts';
import { crowd, type CrowdFigures } from './registration.ts';
import { mark, ms, table, whole } from './report.ts';

interface GatheringFigures {
  registration: readonly CrowdFigures[];
  checkIn: readonly CheckInFigures[];
  floor: FloorFigures;
}

const pair = ({ p50, p99 }: Times) => `${ms(p50)} / ${ms(p99)}`;
const told = (wrong: readonly string[]) => (wrong.length === 0 ? 'yes' : `**no**: ${wrong.join('; ')}`);

function registrationTable(figures: readonly CrowdFigures[]): string {
  return table(
    [
      whole.format(crowd.people) + ' people',
      'seconds',
      'accepted',
      `within ${crowd.withinSeconds} s`,
      'sent: p50 / p99 ms',
      'form: p50 / p99 ms',
      'another page: p50 / p99 ms',
      'sent / another page',
      'places',
      'waiting',
      'moved up',
      'as it should be',
    ],
    figures.map(({ what, seconds, accepted, sent, form, other, proof }) => [
      what,
      seconds.toFixed(0),
      whole.format(accepted),
      mark(accepted === crowd.people && seconds < crowd.withinSeconds + 5),
      pair(sent),
      pair(form),
      pair(other),
      (sent.p50 / other.p50).toFixed(1),
      whole.format(proof.places),
      whole.format(proof.waiting),
      whole.format(proof.movedUp),
      told(proof.wrong),
    ]),
  );
}

function checkInTable(figures: readonly CheckInFigures[]): string {
  return table(
    ['Check-in', 'requests', 'p50 / p99 ms', 'the door’s page: p50 / p99 ms', 'ratio', 'all there once'],
    figures.map(({ what, requests, times, page, wrong }) => [
      what,
      whole.format(requests),
      pair(times),
      pair(page),
      (times.p50 / page.p50).toFixed(1),
      told(wrong),
    ]),
  );
}

/** Registration, door and floor of gatherings, as Markdown. */
export function gatheringsSection({ registration, checkIn, floor }: GatheringFigures): string {
  const { asked, drawn, sent, faults, wrong, cpuSeconds } = floor;
  return `## Gatherings

${whole.format(crowd.people)} people, each from an address of the net and with the form before them, register for ${crowd.places['on-site']} places on site and ${crowd.places.online}
online; then ${crowd.leaving} of those with a place cancel. "As it should be" is read from the database: no place given twice, nobody twice, nobody
before somebody who had been answered when they asked, and whoever waited first moved up. "Another page" is a list of the same server,
drawn for each who asks. Load average at the end: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}.

${registrationTable(registration)}

${whole.format(doors.people)} people at the door: by hand from the list, one in ten pressed twice; and from two devices that had no network, 700 people each,
400 of them on both, the clock of one an hour ahead.

${checkInTable(checkIn)}

${hall.followers} devices follow the floor of a gathering for ${hall.seconds} s as its page does, while ${hall.senders} people support a question and vote: asked whether
it is still so ${whole.format(asked.count)} times, p50 / p99 ${pair(asked)} ms; the page fetched ${whole.format(drawn.count)} times, ${whole.format(drawn.shared)} of them drawn once for all,
${pair(drawn)} ms; sent ${whole.format(sent.count)} times, ${pair(sent)} ms. Faults: ${faults.length === 0 ? 'none' : `**${faults.length}** (${[...new Set(faults)].join(', ')})`}. Counted rightly: ${told(wrong)}. ${cpuSeconds.toFixed(1)} processor seconds of the server.
`;
}
