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

/** How who sends a form gets to the reply. */
interface Way {
  /** Asked before what was sent is looked at: throws for those whom the reply is none of. */
  may: (event: RequestEvent) => Promise<unknown>;
  /** Opens the reply and changes it; where it does not open any more, what was typed is shown again. */
  within: <T>(event: RequestEvent, change: (door: Door) => Promise<Outcome<T>>) => Promise<Outcome<T>>;
}

/** For those who came by the link. @throws too-many-requests */
export const byLink: Way = {
  may: ({ locals, getClientAddress }) => takeChange(locals.app, getClientAddress()),
  within: async ({ locals, params, getClientAddress }, change) => {
    const opened = await openByLink(locals.app, params.token ?? '', getClientAddress());
    return opened.kind === 'open' ? change(opened.door) : refused('answer', 'replies.fault.link-over');
  },
};

function openFor({ locals, params }: RequestEvent): Promise<Door> {
  return openByAccount(locals.app, locals.actor, params.id ?? '');
}

/** For those who have an account. */
export const byAccount: Way = {
  may: openFor,
  within: async (event, change) => change(await openFor(event)),
};

function back({ url }: RequestEvent, said: string): never {
  redirect(303, `${url.pathname}?done=${said}`);
}

/** The forms of the page that shows the whole reply. */
export function replyActions({ may, within }: Way) {
  return {
    handin: (event: RequestEvent) =>
      runForm(
        event.request,
        handInSchema,
        (command) => within(event, (door) => handIn(event.locals.app, door, command, event.locals.requestId)),
        () => back(event, 'handed-in'),
        () => may(event),
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
        () => may(event),
      ),
    time: (event: RequestEvent) =>
      runForm(
        event.request,
        moreTimeSchema,
        (command) =>
          within(event, (door) => askForTime(event.locals.app, door, command, event.locals.requestId)),
        () => back(event, 'asked'),
        () => may(event),
      ),
  };
}

/** The forms of the page of one part. */
export function partActions({ may, within }: Way) {
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
        () => may(event),
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
        () => may(event),
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
        () => may(event),
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
        () => may(event),
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
        () => may(event),
      ),
  };
}
