import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { DomainError, notFound } from '../errors.ts';
import { describeFault, faultOfStatus, readFaultHeader } from './faults.ts';

const withCode = (code: string) => Object.assign(new Error('of the database'), { code });

describe('what was thrown becomes a status and a code with a text for people', () => {
  test.each([
    ['a refusal of ours', notFound('contract'), { status: 404, code: 'not-found', unexpected: false }],
    ['a fault of ours', new DomainError('internal'), { status: 500, code: 'internal', unexpected: true }],
    ['anything else', new Error('x'), { status: 500, code: 'internal', unexpected: true }],
    ['a mistake in SQL', withCode('42P01'), { status: 500, code: 'internal', unexpected: true }],
    ['a stopping database', withCode('57P01'), { status: 503, code: 'unavailable', unexpected: false }],
    ['a starting database', withCode('57P03'), { status: 503, code: 'unavailable', unexpected: false }],
    ['a closed port', withCode('ECONNREFUSED'), { status: 503, code: 'unavailable', unexpected: false }],
    ['a missing file', withCode('ENOENT'), { status: 500, code: 'internal', unexpected: true }],
  ])('%s', (_, error, fault) => {
    expect(describeFault({ kind: 'unknown', error })).toEqual(fault);
  });

  test('what pg throws when there is no server', async () => {
    const client = new pg.Client({ host: '127.0.0.1', port: 1 });
    const error: unknown = await client.connect().catch((caught: unknown) => caught);
    expect(describeFault({ kind: 'unknown', error }).code).toBe('unavailable');
  });
});

test.each([
  [404, 'not-found'],
  [413, 'too-large'],
  [415, 'bad-request'],
  [502, 'internal'],
])('a bare status %i is a %s', (status, code) => {
  expect(faultOfStatus(status)).toEqual({ status, code });
});

test('the front server names a fault and its status; anything else is no fault', () => {
  const read = (value: string) => readFaultHeader(new Headers({ 'x-pop-fault': value }));
  expect(read('bad-request 415')).toEqual({ status: 415, code: 'bad-request', unexpected: false });
  expect(read('nonsense 415')).toBeUndefined();
  expect(readFaultHeader(new Headers())).toBeUndefined();
});
