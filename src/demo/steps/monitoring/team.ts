import type { Actor } from '#features/accounts/actor.ts';
import type { Stage } from '../../stage.ts';

/** Who works on a round beside the editor: two coders of different organisations, and who publishes what the editor prepared. */
export interface MonitoringTeam {
  monitor: Actor;
  coder: Actor;
  otherCoder: Actor;
  secondEditor: Actor;
  contact: Actor;
}

export interface MonitoringStage extends Stage {
  team: MonitoringTeam;
  /** The key of the contract that is monitored: 'ullimare-2023'. */
  contract: string;
}

export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new Error('the demonstration’s people have accounts');
  return actor.id;
}
