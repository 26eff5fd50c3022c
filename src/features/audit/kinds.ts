import type { Actor } from '#features/accounts/actor.ts';
import { hidesPrivateEvidence } from '#features/evidence/audit.ts';
import type { AuditedEvent } from './event.ts';

/** Whom an event is for, beside coordinators: the people of its municipality's organisations, or administrators. */
export type Readers = 'organisation' | 'administrator' | 'coordinator';

export interface KindRule {
  readers: Readers;
  /**
   * What these readers must not see yet, though the event is of theirs: a coder another's codes before handing in their own.
   * Holds for everyone, coordinators too.
   */
  isHidden?: (actor: Actor, event: AuditedEvent) => boolean;
}

const organisation: KindRule = { readers: 'organisation' };
const administrator: KindRule = { readers: 'administrator' };

/** Every kind of subject that events tell of, and who may read them. What is not here is for coordinators alone. */
export const kindRules: Readonly<Record<string, KindRule>> = {
  account: administrator,
  role_grant: administrator,
  invitation: administrator,
  record: { readers: 'coordinator' },
  'card-form': { readers: 'coordinator' },
  context: { readers: 'coordinator' },
  methodology: { readers: 'coordinator' },
  'join-application': { readers: 'coordinator' },
  directory: { readers: 'coordinator' },
  declaration: { readers: 'coordinator' },
  'self-assessment': { readers: 'coordinator' },
  'training-count': { readers: 'coordinator' },
  'member-question': { readers: 'coordinator' },
  cycle: organisation,
  'listening-session': organisation,
  card: organisation,
  'card-batch': organisation,
  'issue-scores': organisation,
  need: organisation,
  'compiling-board': organisation,
  candidate: organisation,
  questionnaire: organisation,
  'questionnaire-answer': organisation,
  candidacy: organisation,
  event: organisation,
  forum: organisation,
  forum_answer: organisation,
  forum_question: organisation,
  'contract-draft': organisation,
  'draft-priority': organisation,
  'draft-component': organisation,
  contract: organisation,
  signature: organisation,
  amendment: organisation,
  'round-plan': organisation,
  assessment: organisation,
  'coding-task': organisation,
  'conflict-of-interest': organisation,
  'publication-freeze': organisation,
  'evidence-item': { readers: 'organisation', isHidden: hidesPrivateEvidence },
  'information-request': organisation,
  'reply-request': organisation,
  status: organisation,
  dispute: organisation,
  report: organisation,
  article: organisation,
  'old-address': { readers: 'coordinator' },
  'site-import': { readers: 'coordinator' },
  'resident-view': organisation,
  experience: organisation,
  'experience-try': organisation,
  floor: organisation,
  gathering: organisation,
  conclusion: organisation,
  publication: organisation,
  catalogue: organisation,
  registration: organisation,
};

export function ruleOf(kind: string): KindRule {
  return kindRules[kind] ?? { readers: 'coordinator' };
}

export function kindsFor(readers: Readers): string[] {
  return Object.keys(kindRules).filter((kind) => kindRules[kind]?.readers === readers);
}
