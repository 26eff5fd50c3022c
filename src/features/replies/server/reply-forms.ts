import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Outcome } from '#forms/form.ts';
import { version } from '#forms/fields.ts';
import { runForm } from '#server/forms/run-form.ts';
import {
  actionSchema,
  answerSchema,
  chosenSchema,
  documentSchema,
  enterSchema,
  handInSchema,
  moreTimeSchema,
} from '../schema.ts';
import { announceAction, removeAction, saveAnswer } from './answering.ts';
import { addDocument, removeDocument } from './documents.ts';
import { openByAccount, openByLink, takeChange, type Door } from './door.ts';
import { askForTime } from './extensions.ts';
import { handIn, handInForTownHall } from './handing-in.ts';
import { refused } from './writing.ts';

/** Opens the reply for who sent a form, and changes it; where it does not open, what was typed is shown again. */
type Within = <T>(event: RequestEvent, change: (door: Door) => Promise<Outcome<T>>) => Promise<Outcome<T>>;

/** For those who came by the link. @throws too-many-requests */
export async function withinLink<T>(
  { locals, params, getClientAddress }: RequestEvent,
  change: (door: Door) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const address = getClientAddress();
  await takeChange(locals.app, address);
  const opened = await openByLink(locals.app, params.token ?? '', address);
  return opened.kind === 'open' ? change(opened.door) : refused('answer', 'replies.fault.link-over');
}

/** For those who have an account. */
export async function withinAccount<T>(
  { locals, params }: RequestEvent,
  change: (door: Door) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return change(await openByAccount(locals.app, locals.actor, params.id ?? ''));
}

function back({ url }: RequestEvent, said: string): never {
  redirect(303, `${url.pathname}?done=${said}`);
}

/** The forms of the page that shows the whole reply. */
export function replyActions(within: Within) {
  return {
    handin: (event: RequestEvent) =>
      runForm(
        event.request,
        handInSchema,
        (command) => within(event, (door) => handIn(event.locals.app, door, command, event.locals.requestId)),
        () => back(event, 'handed-in'),
      ),
    enter: (event: RequestEvent) =>
      runForm(
        event.request,
        enterSchema,
        (command, data) =>
          within(event, (door) =>
            handInForTownHall(event.locals.app, door, command, data.get('scan'), event.locals.requestId),
          ),
        () => back(event, 'handed-in'),
      ),
    time: (event: RequestEvent) =>
      runForm(
        event.request,
        moreTimeSchema,
        (command) =>
          within(event, (door) => askForTime(event.locals.app, door, command, event.locals.requestId)),
        () => back(event, 'asked'),
      ),
  };
}

/** The forms of the page of one part. */
export function partActions(within: Within) {
  const part = ({ params }: RequestEvent) => params.part ?? '';
  return {
    save: (event: RequestEvent) =>
      runForm(
        event.request,
        answerSchema.extend({ version: version() }),
        (command) =>
          within(event, (door) =>
            saveAnswer(event.locals.app, door, part(event), command, event.locals.requestId),
          ),
        () => back(event, 'saved'),
      ),
    document: (event: RequestEvent) =>
      runForm(
        event.request,
        documentSchema,
        ({ title }, data) =>
          within(event, (door) => {
            const sent = { title, file: data.get('document') };
            return addDocument(event.locals.app, door, part(event), sent, event.locals.requestId);
          }),
        () => back(event, 'document'),
      ),
    announce: (event: RequestEvent) =>
      runForm(
        event.request,
        actionSchema,
        (command) =>
          within(event, (door) =>
            announceAction(event.locals.app, door, part(event), command, event.locals.requestId),
          ),
        () => back(event, 'action'),
      ),
    undocument: (event: RequestEvent) =>
      runForm(
        event.request,
        chosenSchema,
        ({ id }) =>
          within(event, (door) =>
            removeDocument(event.locals.app, door, part(event), id, event.locals.requestId),
          ),
        () => back(event, 'removed'),
      ),
    unannounce: (event: RequestEvent) =>
      runForm(
        event.request,
        chosenSchema,
        ({ id }) =>
          within(event, (door) =>
            removeAction(event.locals.app, door, part(event), id, event.locals.requestId),
          ),
        () => back(event, 'removed'),
      ),
  };
}
