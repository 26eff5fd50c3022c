import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { requestFilter, type NewRequest } from '../../requests/schema.ts';
import { answerToEvidence } from './answer-to-evidence.ts';
import { listRequests, showRequest } from './listing.ts';
import { end, extend, handIn } from './steps.ts';
import { changeRequest, requestChoices, writeRequest } from './writing.ts';

const database = useDatabase();
let app: App;
let people: Monitoring;
let now = '2028-09-01';

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date(`${now}T10:00:00Z`),
  });
  people = await addMonitoring(app.db);
});

function done<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

function refused(field: string, key: string) {
  return { kind: 'refused', faults: [expect.objectContaining({ field, key })] };
}

function words(given: Partial<NewRequest> = {}): NewRequest {
  return {
    id: randomUUID(),
    municipalityId: people.municipality.id,
    organisationId: null,
    addressee: 'Koordinatori për të drejtën e informimit',
    subject: 'Shpenzimet për rrugën e Portëzës',
    body: 'Situacionet e punimeve\nAktet e kolaudimit',
    language: 'sq',
    format: 'e-mail',
    replyTo: 'zyra@shoqata.example',
    components: [people.components[0]?.id ?? ''],
    ...given,
  };
}

async function write(given: Partial<NewRequest> = {}): Promise<string> {
  return done(await writeRequest(app, people.monitor, words(given))).id;
}

/** Handed in on 1 September 2028, a Friday: due on the 18th, as the 5th is a holiday. */
async function sent(): Promise<string> {
  now = '2028-09-01';
  const id = await write();
  done(await handIn(app, people.monitor, id, { version: 1, askedOn: '2028-09-01' }));
  return id;
}

const answer = { version: 2, outcome: 'answered', answeredOn: '2028-09-10', outcomeNote: '' } as const;

describe('a request', () => {
  test('is written for the round at work, and written once however often its form is sent', async () => {
    const command = words();
    await writeRequest(app, people.monitor, command);
    await writeRequest(app, people.monitor, command);
    const { request, mayWork } = await showRequest(app, people.editor, command.id);
    expect(request).toMatchObject({
      state: 'not-sent',
      assessmentId: people.assessment.id,
      organisationId: people.assessment.organisation_id,
      componentIds: command.components,
      dueOn: null,
    });
    expect(mayWork).toBe(true);
  });

  test('asks about components of the round alone', async () => {
    const outcome = writeRequest(app, people.monitor, words({ components: [randomUUID()] }));
    expect(await outcome).toEqual(refused('components', 'form.fault.choice'));
  });

  test('is written, sent and ended by monitors and editors of the municipality alone', async () => {
    const id = await write();
    const { coordinator, monitorElsewhere, contact, resident, facilitator, administrator, editor } = people;
    for (const actor of [coordinator, monitorElsewhere, contact, resident, facilitator, administrator]) {
      await expect(writeRequest(app, actor, words())).rejects.toMatchObject({ code: 'not-found' });
    }
    const step = { version: 1, askedOn: '2028-09-01' };
    await expect(handIn(app, coordinator, id, step)).rejects.toMatchObject({ code: 'forbidden' });
    for (const actor of [monitorElsewhere, contact, resident, facilitator, administrator, nobody]) {
      await expect(showRequest(app, actor, id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(handIn(app, actor, id, step)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect((await showRequest(app, coordinator, id)).mayWork).toBe(false);
    expect(done(await handIn(app, editor, id, step))).toEqual({ id });
  });

  test('for a municipality where somebody does not work cannot be chosen', async () => {
    await expect(requestChoices(app, people.monitor, people.elsewhere.id)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('changes its words until it is sent, and tells who changed them meanwhile', async () => {
    const id = await write();
    const { id: _, municipalityId: __, organisationId: ___, ...text } = words({ subject: 'Buxheti 2028' });
    done(await changeRequest(app, people.editor, id, { ...text, version: 1 }));
    expect(await changeRequest(app, people.monitor, id, { ...text, version: 1 })).toMatchObject({
      kind: 'conflict',
      theirs: { subject: 'Buxheti 2028' },
      theirVersion: 2,
    });
    done(await handIn(app, people.monitor, id, { version: 2, askedOn: '2028-09-01' }));
    await expect(changeRequest(app, people.monitor, id, { ...text, version: 3 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('a deadline', () => {
  test('runs from the day of handing in, is late the day after, and stands in the list as such', async () => {
    const id = await sent();
    const stateOn = async (day: string) => {
      now = day;
      return (await showRequest(app, people.monitor, id)).request;
    };
    expect(await stateOn('2028-09-18')).toMatchObject({ state: 'waiting', dueOn: '2028-09-18' });
    expect(await stateOn('2028-09-19')).toMatchObject({ state: 'late', complaintUntil: '2028-10-30' });
    const { requests } = await listRequests(app, people.monitor, requestFilter.parse({}));
    expect(requests.find((one) => one.id === id)?.state).toBe('late');
  });

  test('does not run from a day to come', async () => {
    now = '2028-09-01';
    const id = await write();
    const outcome = handIn(app, people.monitor, id, { version: 1, askedOn: '2028-09-02' });
    expect(await outcome).toEqual(refused('askedOn', 'requests.fault.future'));
  });

  test('is made longer once, in time, and by no more than the law lets it', async () => {
    const id = await sent();
    const longer = { version: 2, extendedOn: '2028-09-14', days: 5, extensionReason: 'Dokumente të shumta' };
    now = '2028-09-20';
    const { monitor } = people;
    expect(await extend(app, monitor, id, { ...longer, days: 6 })).toEqual(
      refused('days', 'form.fault.too-big'),
    );
    expect(await extend(app, monitor, id, { ...longer, extendedOn: '2028-09-19' })).toEqual(
      refused('extendedOn', 'requests.fault.too-late'),
    );
    expect(await extend(app, monitor, id, { ...longer, extendedOn: '2028-08-30' })).toEqual(
      refused('extendedOn', 'requests.fault.before-asked'),
    );
    done(await extend(app, monitor, id, longer));
    expect((await showRequest(app, monitor, id)).request).toMatchObject({
      dueOn: '2028-09-25',
      state: 'waiting',
      extensionReason: 'Dokumente të shumta',
    });
    expect(await extend(app, monitor, id, { ...longer, version: 3 })).toEqual(
      refused('extendedOn', 'requests.fault.extended'),
    );
  });
});

describe('what came of it', () => {
  test('is an answer with its day; one in part or a refusal says what was not given', async () => {
    const id = await sent();
    now = '2028-09-20';
    const { monitor } = people;
    expect(await end(app, monitor, id, { ...answer, answeredOn: null })).toEqual(
      refused('answeredOn', 'form.fault.missing'),
    );
    expect(await end(app, monitor, id, { ...answer, answeredOn: '2028-09-21' })).toEqual(
      refused('answeredOn', 'requests.fault.future'),
    );
    expect(await end(app, monitor, id, { ...answer, outcome: 'refused' })).toEqual(
      refused('outcomeNote', 'form.fault.missing'),
    );
    done(await end(app, monitor, id, { ...answer, answeredOn: '2028-09-20' }));
    expect((await showRequest(app, monitor, id)).request).toMatchObject({ state: 'answered', daysLate: 2 });
    const { requests } = await listRequests(app, monitor, requestFilter.parse({ show: 'over' }));
    expect(requests.map((one) => one.id)).toContain(id);
  });

  test('is silence only once the deadline has passed, and an answer can still break it', async () => {
    const id = await sent();
    const silent = { ...answer, outcome: 'silent', answeredOn: null } as const;
    now = '2028-09-18';
    expect(await end(app, people.monitor, id, silent)).toEqual(refused('outcome', 'requests.fault.not-due'));
    now = '2028-09-19';
    expect(await end(app, people.monitor, id, { ...silent, answeredOn: '2028-09-18' })).toEqual(
      refused('answeredOn', 'requests.fault.silent-date'),
    );
    done(await end(app, people.monitor, id, silent));
    done(await end(app, people.monitor, id, { ...answer, version: 3, answeredOn: '2028-09-18' }));
  });

  test('cannot be of a request that was not sent', async () => {
    const id = await write();
    const outcome = end(app, people.monitor, id, { ...answer, version: 1 });
    expect(await outcome).toEqual(refused('outcome', 'requests.fault.not-sent'));
  });

  test('that two write down at once is written down once; the other is shown it', async () => {
    const id = await sent();
    now = '2028-09-20';
    const outcomes = await Promise.all([
      end(app, people.monitor, id, answer),
      end(app, people.editor, id, { ...answer, outcome: 'refused', outcomeNote: 'Sekret' }),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
  });

  test('is in the audit, without what was asked', async () => {
    const id = await sent();
    now = '2028-09-20';
    done(await end(app, people.monitor, id, answer));
    const events = await app.db
      .selectFrom('audit_event')
      .select(['action', 'before', 'after'])
      .where('subject_id', '=', id)
      .orderBy('happened_at')
      .execute();
    expect(events.map(({ action }) => action)).toEqual(['write', 'hand-in', 'end-answered']);
    expect(JSON.stringify(events)).not.toContain('Situacionet');
  });
});

describe('an answer', () => {
  const shown = { stance: 'contradicts', showsSq: 'Rruga nuk u shtrua', showsEn: '' } as const;

  test('becomes evidence in one step, once, with its dates and as the town hall’s own word', async () => {
    const id = await sent();
    const command = { ...shown, components: [people.components[0]?.id ?? ''] };
    expect(await answerToEvidence(app, people.monitor, id, command)).toEqual(
      refused('stance', 'requests.fault.not-over'),
    );
    now = '2028-09-20';
    done(await end(app, people.monitor, id, answer));
    const made = { assessmentId: people.assessment.id, itemId: id };
    for (let times = 0; times < 2; times += 1) {
      expect(done(await answerToEvidence(app, people.monitor, id, command))).toEqual(made);
    }
    const item = await app.db
      .selectFrom('evidence_item')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(item).toMatchObject({
      kind: 'information-request',
      class: 'E5',
      stance: 'contradicts',
      dated: '2028-09-10',
      details: { askedOn: '2028-09-01', dueOn: '2028-09-18', answeredOn: '2028-09-10', outcome: 'answered' },
    });
    expect((await showRequest(app, people.monitor, id)).request.itemId).toBe(id);
    expect(await end(app, people.monitor, id, { ...answer, version: 4 })).toEqual(
      refused('outcome', 'requests.fault.is-evidence'),
    );
  });

  test('is made evidence by those who ask alone', async () => {
    const id = await sent();
    const command = { ...shown, components: [people.components[0]?.id ?? ''] };
    await expect(answerToEvidence(app, people.coordinator, id, command)).rejects.toMatchObject({
      code: 'forbidden',
    });
    for (const actor of [people.monitorElsewhere, people.contact, nobody]) {
      await expect(answerToEvidence(app, actor, id, command)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

test('the list goes on page after page, the most urgent first, each request once', async () => {
  const { monitor } = people;
  now = '2028-09-01';
  for (let count = 0; count < 55; count += 1) await write({ subject: `Kërkesa ${count}` });
  const seen: { id: string; dueOn: string | null }[] = [];
  let after: string | undefined;
  do {
    const page = await listRequests(app, monitor, requestFilter.parse({ after }));
    seen.push(...page.requests);
    after = page.next;
  } while (after !== undefined);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(55);
  const due = seen.map(({ dueOn }) => dueOn ?? 'infinity');
  expect(due).toEqual(due.toSorted());
});

test('the list shows those of one’s own municipalities, and is not there for who has none', async () => {
  const elsewhere = await listRequests(app, people.monitorElsewhere, requestFilter.parse({}));
  expect(elsewhere.requests).toEqual([]);
  const of = (actor: Actor) => listRequests(app, actor, requestFilter.parse({}));
  expect((await of(people.coordinator)).requests.length).toBeGreaterThan(0);
  for (const actor of [people.resident, people.contact, people.facilitator, nobody]) {
    await expect(of(actor)).rejects.toMatchObject({ code: 'forbidden' });
  }
});
