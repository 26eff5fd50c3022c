import type { Actor } from '#features/accounts/actor.ts';
import type { Task } from '#features/work/task.ts';
import type { MessageKey } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { repliesHandled, worksOnReplies } from '../policy.ts';
import { listReplies, type ListedReply } from './work.ts';

/** What is to be done by who handles a reply; undefined where the town hall has the next step. */
function stepOf({ stage, state, asksForTime, readAt }: ListedReply): MessageKey | undefined {
  if (stage === 'settled') return 'work.task.draft-to-send';
  if (stage === 'reply' && state === 'open') {
    return asksForTime ? 'work.task.time-to-decide' : undefined;
  }
  if (stage === 'reply' && asksForTime && state === 'silent') return 'work.task.time-to-decide';
  const isUnread = stage === 'reply' || (stage === 'reading' && readAt === null);
  return isUnread ? 'work.task.reply-to-read' : undefined;
}

/** Drafts to send, requests for time and replies to read for the people of a municipality; for its contact, what to reply to. */
export async function listReplyTasks(app: App, actor: Actor): Promise<Task[]> {
  if (!worksOnReplies(actor)) return [];
  const { handled, given } = await listReplies(app, actor);
  // Those who work for the whole network are not told of each municipality's own work.
  const own = repliesHandled(actor) === 'all' ? [] : handled;
  const place = ({ municipalityKey: key, municipalityName: name, dueOn: due }: ListedReply) => ({
    municipality: { key, name },
    due,
  });
  return [
    ...own.flatMap((row): Task[] => {
      const key = stepOf(row);
      return key === undefined ? [] : [{ key, href: `/work/replies/${row.id}`, ...place(row) }];
    }),
    ...given.flatMap((row): Task[] => {
      if (row.stage !== 'reply' || row.state !== 'open') return [];
      return [{ key: 'work.task.reply-to-give', href: `/work/replies/${row.id}/answer`, ...place(row) }];
    }),
  ];
}
