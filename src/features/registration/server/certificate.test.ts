import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { certificateCode } from './certificate-code.ts';
import { certificateByLink, checkCertificate } from './certificate.ts';
import { syncDoor } from './door.ts';
import { forget } from './forget.ts';
import { useGatherings, valueOf } from './registration.fixture.ts';

const gatherings = useGatherings();
const address = '192.0.2.7';

/** Somebody who was checked in, with the code of their certificate. */
async function attended(name: string) {
  const { id, key } = await gatherings.open({ keepDays: 1 });
  valueOf(await gatherings.register(key, name, { email: 'who@example.org' }));
  const { app, facilitator } = gatherings;
  const link = await gatherings.linkOf(id, name);
  gatherings.setNow('2027-05-12T08:30:00Z');
  const step = (kind: 'in' | 'undo', at: string) =>
    syncDoor(app, facilitator, key, {
      device: 'one',
      now: '2027-05-12T08:30:00.000Z',
      acts: [{ id: randomUUID(), kind, registration: link.id, at }],
    });
  await step('in', '2027-05-12T08:10:00.000Z');
  const code = certificateCode(app, { eventKey: key, registrationId: link.id, name });
  return { key, code, link, takeBack: () => step('undo', '2027-05-12T08:20:00.000Z') };
}

test('a certificate is found genuine by its code, and by the name on it, also when nobody is known any more', async () => {
  const { app } = gatherings;
  const { key: eventKey, code } = await attended('Ëngjëll Çela');
  for (const later of ['2027-05-12T20:00:00Z', '2027-05-20T20:00:00Z']) {
    gatherings.setNow(later);
    await forget(app);
    expect(await checkCertificate(app, { eventKey, code, address })).toMatchObject({
      kind: 'genuine',
      event: { key: eventKey },
      isNamed: undefined,
    });
    for (const [name, isNamed] of [
      ['engjell  cela', true],
      ['Ëngjëll Çeli', false],
    ] as const) {
      expect(await checkCertificate(app, { eventKey, code, name, address })).toMatchObject({ isNamed });
    }
  }
});

test('what was changed, is of another event or was taken back is not genuine, and tells nothing', async () => {
  const { app } = gatherings;
  const { key: eventKey, code, takeBack } = await attended('Fatos');
  const other = await attended('Gjergj');
  const unknown = { kind: 'unknown' };
  const changed = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`;
  for (const wrong of [changed, other.code, 'x', '', '../..', 'ë'.repeat(48)]) {
    expect(await checkCertificate(app, { eventKey, code: wrong, address })).toEqual(unknown);
  }
  expect(await checkCertificate(app, { eventKey: 'no-such-event', code, address })).toEqual(unknown);
  await takeBack();
  expect(await checkCertificate(app, { eventKey, code, name: 'Fatos', address })).toEqual(unknown);
});

test('nobody is given a certificate before the event is over, or who was not checked in', async () => {
  const { app } = gatherings;
  const { link, takeBack } = await attended('Hekuran');
  const get = () => certificateByLink(app, { ...link, language: 'sq' });
  await expect(get()).rejects.toMatchObject({ code: 'not-found' });
  await takeBack();
  gatherings.setNow('2027-05-12T20:00:00Z');
  await expect(get()).rejects.toMatchObject({ code: 'not-found' });
});
