import { municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import { grantableRoles } from '#features/accounts/policy.ts';
import { isAmongMembers } from '#features/experiences/policy.ts';
import { mayWorkOnContext } from '#features/context/policy.ts';
import { maySearchAudit } from '#features/audit/policy.ts';
import { mayReadForms } from '#features/cards/policy.ts';
import { worksOnCodes } from '#features/coding/policy.ts';
import { worksOnArticles } from '#features/articles/policy.ts';
import { boardsOf } from '#features/compiling/policy.ts';
import { findsPlans } from '#features/events/policy.ts';
import { hasRequests } from '#features/evidence/requests/policy.ts';
import { worksWithEvidence } from '#features/evidence/policy.ts';
import { followsUp } from '#features/conclusions/policy.ts';
import { disputesReach } from '#features/disputes/policy.ts';
import { forumsReach } from '#features/forums/policy.ts';
import { keepsLibrary } from '#features/library/policy.ts';
import { municipalitiesRead } from '#features/listening/policy.ts';
import { publicationsReach } from '#features/publishing/policy.ts';
import { reportsReach } from '#features/reports/policy.ts';
import { hasQuestionnaires } from '#features/questionnaires/policy.ts';
import { worksOnRounds } from '#features/rounds/policy.ts';
import { moderationReach } from '#features/voice/policy.ts';
import { worksOnContracts } from '#features/contracts/policy.ts';
import { worksOnReplies } from '#features/replies/policy.ts';
import { worksOnCapacity } from '#features/capacity/policy.ts';
import { worksOnDirectory } from '#features/directory/policy.ts';
import { followsDeclarations } from '#features/declarations/policy.ts';
import { reviewsApplications } from '#features/joining/policy.ts';
import { worksOnMethodology } from '#features/methodology/policy.ts';
import { followsStarts } from '#features/starting/policy.ts';
import type { MessageKey } from '#i18n/translate.ts';
import { mayPlanCycles } from './policy.ts';

export interface WorkArea {
  key: MessageKey;
  /** Under /{language}. */
  path: string;
}

/** Areas that belong to one kind of work; a group of one area is that area. */
export interface WorkGroup {
  key: MessageKey;
  areas: WorkArea[];
}

interface Area extends WorkArea {
  isFor: (actor: Actor) => boolean;
}

/** In the order of the cycle: from a first plan to the texts and the network around it. */
const groups: readonly { key: MessageKey; areas: readonly Area[] }[] = [
  {
    key: 'work.area.overview',
    areas: [{ key: 'work.area.overview', path: '/work', isFor: () => true }],
  },
  {
    key: 'work.group.listening',
    areas: [
      { key: 'work.area.cycles', path: '/work/cycles', isFor: mayPlanCycles },
      {
        key: 'work.area.listening',
        path: '/work/listening',
        isFor: (actor) => reachesAny(municipalitiesRead(actor)),
      },
      { key: 'work.area.cards', path: '/work/cards', isFor: mayReadForms },
      { key: 'work.area.questionnaires', path: '/work/questionnaires', isFor: hasQuestionnaires },
      { key: 'compiling.title', path: '/work/compiling', isFor: (actor) => reachesAny(boardsOf(actor)) },
      { key: 'work.area.contracts', path: '/work/contracts', isFor: worksOnContracts },
      { key: 'work.area.forums', path: '/work/forums', isFor: (actor) => reachesAny(forumsReach(actor)) },
    ],
  },
  {
    key: 'work.group.monitoring',
    areas: [
      { key: 'work.area.rounds', path: '/work/rounds', isFor: worksOnRounds },
      { key: 'work.area.evidence', path: '/work/evidence', isFor: worksWithEvidence },
      { key: 'work.area.coding', path: '/work/coding', isFor: worksOnCodes },
      {
        key: 'work.area.disputes',
        path: '/work/disputes',
        isFor: (actor) => reachesAny(disputesReach(actor)),
      },
      { key: 'work.area.voice', path: '/work/voice', isFor: (actor) => reachesAny(moderationReach(actor)) },
      { key: 'work.area.requests', path: '/work/requests', isFor: hasRequests },
      { key: 'work.area.replies', path: '/work/replies', isFor: worksOnReplies },
    ],
  },
  {
    key: 'work.group.public',
    areas: [
      {
        key: 'work.area.publishing',
        path: '/work/publishing',
        isFor: (actor) => reachesAny(publicationsReach(actor)),
      },
      { key: 'work.area.reports', path: '/work/reports', isFor: (actor) => reachesAny(reportsReach(actor)) },
      { key: 'work.area.articles', path: '/work/articles', isFor: worksOnArticles },
      { key: 'work.area.library', path: '/work/library', isFor: keepsLibrary },
    ],
  },
  {
    key: 'work.group.exchange',
    areas: [
      { key: 'nav.events', path: '/work/events', isFor: findsPlans },
      { key: 'work.area.conclusions', path: '/work/conclusions', isFor: followsUp },
      { key: 'work.area.experiences', path: '/work/experiences', isFor: isAmongMembers },
      { key: 'work.area.questions', path: '/work/questions', isFor: isAmongMembers },
      { key: 'work.area.context', path: '/work/context', isFor: mayWorkOnContext },
    ],
  },
  {
    key: 'work.group.network',
    areas: [
      { key: 'directory.title', path: '/work/directory', isFor: worksOnDirectory },
      { key: 'joining.work', path: '/work/joining', isFor: reviewsApplications },
      { key: 'starting.title', path: '/work/start', isFor: followsStarts },
      { key: 'methodology.work', path: '/work/methodology', isFor: worksOnMethodology },
      { key: 'declarations.work', path: '/work/declarations', isFor: followsDeclarations },
      { key: 'capacity.title', path: '/work/capacity', isFor: worksOnCapacity },
    ],
  },
  {
    key: 'work.group.access',
    areas: [
      { key: 'work.area.people', path: '/work/people', isFor: (actor) => grantableRoles(actor).length > 0 },
      { key: 'work.area.audit', path: '/work/audit', isFor: maySearchAudit },
    ],
  },
];

function reachesAny(municipalities: ReturnType<typeof municipalitiesOf>): boolean {
  return municipalities === 'all' || municipalities.length > 0;
}

/** The parts of the workspace that someone's roles let them use, by the kind of work. */
export function workGroups(actor: Actor): WorkGroup[] {
  if (actor.kind === 'nobody') return [];
  return groups.flatMap(({ key, areas }) => {
    const own = areas.filter(({ isFor }) => isFor(actor));
    return own.length === 0 ? [] : [{ key, areas: own.map(({ key: area, path }) => ({ key: area, path })) }];
  });
}

/** The area, and its group, that a page belongs to, by its path under /{language}. */
export function areaAt(
  groups: readonly WorkGroup[],
  path: string,
): { group: WorkGroup; area: WorkArea } | undefined {
  const found = groups.flatMap((group) =>
    group.areas
      .filter((area) => path === area.path || path.startsWith(`${area.path}/`))
      .map((area) => ({ group, area })),
  );
  // The overview's path begins every other's.
  return found.toSorted((one, other) => other.area.path.length - one.area.path.length)[0];
}
