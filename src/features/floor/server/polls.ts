import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { hasRegistration } from '#features/registration/server/public.ts';
import { countVoters } from '#features/registration/server/voting-pass.ts';
import type { Outcome } from '#forms/form.ts';
import type { Localised } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { mostOptions, readOptions } from '../poll.ts';
import type { PollCommand, PollStepCommand } from '../schema.ts';
import { readPolls } from './floor-store.ts';
import { done, moderate, refused } from './moderating.ts';
import { putFloor } from './moderating-store.ts';
import * as store from './poll-store.ts';

const mostPolls = 30;

/** Prepares a poll, which nobody sees before it is opened. */
export function addPoll(app: App, actor: Actor, key: string, command: PollCommand): Promise<Outcome<string>> {
  const options = readOptions(command.kind, command.optionsSq, command.optionsEn);
  return moderate(app, actor, key, async (tx, plan) => {
    if (options === 'optionsEn') return refused('optionsEn', 'floor.fault.options-en');
    if (options === 'optionsSq') {
      return command.kind === 'scale'
        ? refused('optionsSq', 'floor.fault.scale')
        : {
            kind: 'refused',
            faults: [{ field: 'optionsSq', key: 'floor.fault.options', values: { most: mostOptions } }],
          };
    }
    if (command.voters !== 'anyone' && !(await hasRegistration({ db: tx }, key))) {
      return refused('voters', 'floor.fault.no-registration');
    }
    if (plan.isOpen === null) await putFloor(tx, plan.id, false);
    await store.holdFloor(tx, plan.id);
    const polls = await readPolls(tx, plan.id);
    if (polls.length >= mostPolls) return refused('questionSq', 'floor.fault.many-polls');
    const id = randomUUID();
    const { questionSq, questionEn, kind, shows, voters } = command;
    const question: Localised = questionEn ? { sq: questionSq, en: questionEn } : { sq: questionSq };
    await store.insertPoll(tx, {
      plan_id: plan.id,
      id,
      position: (polls.at(-1)?.position ?? 0) + 1,
      question: JSON.stringify(question),
      kind,
      shows,
      voters,
    });
    await store.insertOptions(tx, { planId: plan.id, pollId: id, labels: options });
    return { ...done(id), audit: { action: 'add-poll', after: { poll: id } } };
  });
}

/** Opens a poll, closes it for good, or removes one that nobody has seen. What was done already is passed over. */
export function stepPoll(
  app: App,
  actor: Actor,
  key: string,
  { poll: id, step }: PollStepCommand,
): Promise<Outcome<string>> {
  return moderate(app, actor, key, async (tx, plan) => {
    const poll = await store.holdPoll(tx, plan.id, id);
    if (!poll) throw notFound(`poll ${id}`);
    const audit = { action: `${step}-poll`, after: { poll: id } };
    switch (step) {
      case 'open':
        if (poll.state !== 'planned') return done(id);
        await store.openPoll(tx, plan.id, id);
        break;
      case 'close':
        if (poll.state !== 'open') return done(id);
        await store.closePoll(
          tx,
          plan.id,
          id,
          poll.voters === 'anyone' ? null : await countVoters(tx, plan.id, poll.voters),
        );
        break;
      case 'remove':
        if (poll.state !== 'planned') return done(id);
        await store.deletePoll(tx, plan.id, id);
    }
    return { ...done(id), audit };
  });
}
