import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { writeCalendar, type CalendarEntry } from './calendar.ts';

const options = {
  method: 'PUBLISH' as const,
  name: 'POP',
  zone: 'Europe/Tirane',
  language: 'sq',
  maker: '-//POP//Events//EN',
};

const conference: CalendarEntry = {
  uid: '2020-12-22-national-conference@pop.example',
  sequence: 0,
  changedAt: new Date('2020-12-01T08:00:00Z'),
  title: 'Konferenca kombëtare',
  description: '',
  starts: '2020-12-22',
  startsAt: '10:00',
  ends: null,
  endsAt: '13:00',
  location: 'Antigonea, Hotel Rogner, Tiranë',
  position: { latitude: 41.3275, longitude: 19.8187 },
  url: 'https://pop.example/sq/events/2020-12-22-national-conference',
  organiser: { name: 'Qendra "Aleanca"', uri: 'https://pop.example/sq/members/gadc' },
  categories: ['Konferencë'],
  isCancelled: false,
};

function parsed(entries: readonly CalendarEntry[], given = options) {
  const calendar = new ICAL.Component(ICAL.parse(writeCalendar(entries, given)));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

function only(entry: Partial<CalendarEntry>, given = options) {
  const [event] = parsed([{ ...conference, ...entry }], given);
  if (!event) throw new Error('one was written');
  return event;
}

test('another program reads what was written', () => {
  const event = only({});
  expect(event.uid).toBe(conference.uid);
  expect(event.summary).toBe(conference.title);
  expect(event.location).toBe(conference.location);
  expect(event.startDate.toJSDate().toISOString()).toBe('2020-12-22T09:00:00.000Z');
  expect(event.endDate.toJSDate().toISOString()).toBe('2020-12-22T12:00:00.000Z');
  expect(event.component.getFirstPropertyValue('geo')).toEqual([41.3275, 19.8187]);
  expect(event.organizer).toBe('https://pop.example/sq/members/gadc');
  expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
});

describe('times are those of the zone’s clocks', () => {
  test.each([
    ['2027-03-27', '10:00', '2027-03-27T09:00:00.000Z'],
    ['2027-03-28', '10:00', '2027-03-28T08:00:00.000Z'],
    ['2027-10-30', '10:00', '2027-10-30T08:00:00.000Z'],
    ['2027-10-31', '10:00', '2027-10-31T09:00:00.000Z'],
  ])('%s %s in Tirana', (starts, startsAt, expected) => {
    expect(only({ starts, startsAt, endsAt: null }).startDate.toJSDate().toISOString()).toBe(expected);
  });

  test('in a zone south of the equator', () => {
    const event = only({ starts: '2027-01-15' }, { ...options, zone: 'America/Santiago' });
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-01-15T13:00:00.000Z');
  });

  test('in one whose clocks never change', () => {
    const event = only({ starts: '2027-07-15' }, { ...options, zone: 'Asia/Kathmandu' });
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-07-15T04:15:00.000Z');
  });
});

test('without a time it takes whole days, the last among them', () => {
  const event = only({ startsAt: null, endsAt: null, starts: '2027-05-30', ends: '2027-05-31' });
  expect(event.startDate.isDate).toBe(true);
  expect(event.startDate.toString()).toBe('2027-05-30');
  expect(event.endDate.toString()).toBe('2027-06-01');
});

test('an end that is not after the beginning is left out', () => {
  expect(only({ endsAt: '10:00' }).component.hasProperty('dtend')).toBe(false);
});

test.each(['2027', '2027-05'])('%s is no day: it stands in no calendar', (starts) => {
  expect(parsed([{ ...conference, starts }])).toEqual([]);
});

test('one that was called off stays, so that calendars take it out', () => {
  const event = only({ isCancelled: true, sequence: 3 });
  expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(event.sequence).toBe(3);
});

/** As long as texts are: a short one fits into a line. */
const anyText = fc.string({ unit: 'binary', maxLength: 200, size: 'max' });
/** As a form stores it: no lone halves of letters, no control characters. */
const kept = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '');

test('what would end a value is escaped, also where a program would forgive it', () => {
  const written = writeCalendar([{ ...conference, title: 'Ujë, rrugë; dritë\\' }], options);
  expect(written).toContain(String.raw`:Ujë\, rrugë\; dritë\\`);
});

test('any text comes back as it was, and no line is longer than 75 octets', () => {
  fc.assert(
    fc.property(anyText, anyText, (title, description) => {
      const entry = { ...conference, title: title.toWellFormed(), description: description.toWellFormed() };
      const written = writeCalendar([entry], options);
      for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const [event] = parsed([entry]);
      expect(event?.summary ?? '').toBe(kept(title));
      expect(event?.description ?? '').toBe(kept(description));
      // No text makes a line of its own: what was written is one event still.
      expect(written.match(/^BEGIN:VEVENT$/gm)).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
});

test('an organiser’s name can’t add a parameter', () => {
  fc.assert(
    fc.property(anyText, (name) => {
      const entry = {
        ...conference,
        organiser: { name: name.toWellFormed(), uri: 'https://pop.example/sq/members/gadc' },
      };
      expect(parsed([entry])[0]?.organizer).toBe('https://pop.example/sq/members/gadc');
    }),
    { numRuns: 50 },
  );
});
