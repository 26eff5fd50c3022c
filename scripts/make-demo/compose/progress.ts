import { deriveStatus } from '#features/monitoring/derivation.ts';
import { randomFor, type Random } from '../random.ts';
import { readMapping } from './codebooks.ts';
import { publishedRounds, type RoundPlan } from './calendar.ts';
import type { ComponentPlan, ContractPlan, PriorityPlan } from './plan.ts';

export type Code = 'none' | 'initiated' | 'partial' | 'complete' | 'no-evidence' | 'not-assessable';
export type StatusName = 'fully' | 'partly' | 'not' | 'no-data' | 'not-assessable';
export type Blocker = 'national-government' | 'court' | 'council' | 'funds';

export interface Finding {
  component: ComponentPlan;
  code: Code;
  /** Lower than the year before. */
  fellBack: boolean;
  /** As complete as the year before. */
  held: boolean;
}

export interface Assessment {
  contract: ContractPlan;
  priority: PriorityPlan;
  round: RoundPlan;
  findings: readonly Finding[];
  status: StatusName;
  initiated: boolean;
  late: boolean;
  reversed: boolean;
  contested: boolean;
  blockedBy: Blocker | null;
}

type Standing = 'none' | 'initiated' | 'partial' | 'complete';
const ranks: Readonly<Record<Standing, number>> = { none: 0, initiated: 1, partial: 2, complete: 3 };

const pop2 = readMapping('pop-2');

/** The status that the codes give by the codebook pop-2. */
export function statusOf(codes: readonly Code[]): StatusName {
  const derived = deriveStatus(pop2, codes);
  if (derived.kind !== 'derived') throw new Error(`No status for ${codes.join(', ')}: ${derived.kind}`);
  return derived.status;
}

function begin(will: number, drawn: number): Standing {
  const complete = 0.03 + 0.22 * will * will;
  const partial = complete + 0.1 + 0.34 * will;
  if (drawn < complete) return 'complete';
  if (drawn < partial) return 'partial';
  return drawn < partial + 0.2 ? 'initiated' : 'none';
}

function advance(from: Standing, will: number, drawn: number, random: Random): Standing {
  switch (from) {
    case 'none':
      if (drawn > 0.12 + 0.4 * will) return 'none';
      return random.chance(0.5) ? 'initiated' : 'partial';
    case 'initiated':
      if (drawn > 0.3 + 0.45 * will) return 'initiated';
      return random.chance(0.2) ? 'complete' : 'partial';
    case 'partial':
      if (drawn > 0.96) return 'none';
      return drawn < 0.16 + 0.46 * will ? 'complete' : 'partial';
    case 'complete':
      return drawn > 0.955 ? 'partial' : 'complete';
  }
}

/** How readily this promise is kept: the town hall's diligence, a luck of its own, and whose competence it is. */
function willOf(priority: PriorityPlan, component: ComponentPlan, luck: number): number {
  const competence = priority.theme.components[component.index]?.competence;
  const burden = competence === 'national' ? 0.3 : competence === 'shared' ? 0.12 : 0;
  return Math.min(0.97, Math.max(0.04, priority.municipality.diligence + (luck - 0.5) * 1.1 - burden));
}

function blockerOf(priority: PriorityPlan, status: StatusName, random: Random): Blocker | null {
  if (status !== 'not' && status !== 'partly') return null;
  const foreign = priority.theme.components.some(({ competence }) => competence !== undefined);
  if (foreign && random.chance(0.22)) return 'national-government';
  const drawn = random.next();
  if (drawn < 0.06) return 'funds';
  if (drawn > 0.085) return null;
  // Land in dispute stops works, not meetings.
  return priority.theme.field === 'infrastructure' && priority.theme.places ? 'court' : 'council';
}

function isLate(findings: readonly Finding[], round: RoundPlan, random: Random): boolean {
  if (round.codebook === 'pop-2') {
    return findings.some(({ component, code }) => {
      const open = code === 'none' || code === 'initiated' || code === 'partial';
      return open && component.due !== null && component.due <= round.ends;
    });
  }
  const open = findings.some(({ code }) => code !== 'complete');
  return open && round.number >= 3 && random.chance(0.3);
}

/** What became of one priority, round after round. */
export function followPriority(
  contract: ContractPlan,
  priority: PriorityPlan,
  rounds: readonly RoundPlan[],
): Assessment[] {
  const random = randomFor(`progress:${priority.key}`);
  const luck = random.next();
  const standings = new Map<string, Standing>();
  return rounds.map((round) => {
    // Now and then a town hall gives no document at all: nothing can be established that year.
    const common = random.next();
    const silent = round.codebook === 'pop-2' && random.chance(0.035);
    const findings = priority.components.map((component): Finding => {
      const will = willOf(priority, component, luck);
      const before = standings.get(component.key);
      // The parts of one promise mostly move together: one contract, one budget line.
      const drawn = random.chance(0.72) ? common : random.next();
      const now = before ? advance(before, will, drawn, random) : begin(will, drawn);
      standings.set(component.key, now);
      const hidden = silent || (round.codebook === 'pop-2' && random.chance(0.04));
      const vague = priority.theme.components[component.index]?.testable === 'no';
      const code = vague ? 'not-assessable' : hidden ? 'no-evidence' : now;
      return {
        component,
        code,
        fellBack: code === now && before !== undefined && ranks[now] < ranks[before],
        held: code === 'complete' && before === 'complete',
      };
    });
    // History before 2023 knew three words only; a promise nobody can test was left out of the judgement.
    const status = statusOf(findings.map(({ code }) => code));
    return {
      contract,
      priority,
      round,
      findings,
      status,
      initiated: status === 'not' && findings.some(({ code }) => code === 'initiated'),
      late: isLate(findings, round, random),
      reversed: findings.some(({ fellBack }) => fellBack),
      contested:
        (status === 'partly' || status === 'fully') &&
        random.chance(round.codebook === 'pop-2' ? 0.07 : 0.03),
      blockedBy: blockerOf(priority, status, random),
    };
  });
}

/** Whether an assessment comes into the record by the work that the demonstration does at its first start. */
export function isWorked({ contract, round }: Assessment): boolean {
  return contract.key === 'ullimare-2023' && round.key === '2024-2025';
}

/** The assessments of every published round. */
export function followContracts(contracts: readonly ContractPlan[]): Assessment[] {
  return contracts.flatMap((contract) => {
    const rounds = publishedRounds(contract.mandate, contract.firstYear);
    return contract.priorities.flatMap((priority) => followPriority(contract, priority, rounds));
  });
}
