import { expect, test } from 'vitest';
import type { Participant, Party } from './detail.ts';
import { structuredData } from './structured-data.ts';

const nothing = { organisationKey: null, donorKey: null, url: null, logo: null };
const gadc: Party = { id: '1', role: 'organiser', name: { sq: 'Aleanca' }, through: null, ...nothing };
const sweden: Party = { id: '2', role: 'supporter', name: { sq: 'Suedia' }, through: null, ...nothing };
const mayor: Participant = {
  id: 'm',
  itemId: null,
  name: 'Ana Leka',
  role: 'speaker',
  capacity: { en: 'mayor' },
  organisation: null,
  municipality: null,
  attendance: 'on-site',
  biography: null,
  photo: null,
};

const conference = {
  id: 'a',
  key: 'a',
  kind: 'conference',
  title: { sq: 'Konferenca', en: 'The conference' },
  summary: null,
  starts: '2020-12-22',
  ends: null,
  startsAt: '10:00',
  endsAt: null,
  place: { sq: 'Hoteli', en: 'The hotel' },
  hall: null,
  access: null,
  online: true,
  municipality: null,
  participants: null,
  isCancelled: false,
  languages: [],
  interpretation: null,
  recordingUrl: null,
  topics: [],
  parties: [],
  people: [],
} as const;

test('an event on site and online is told as both', () => {
  expect(structuredData(conference, 'en')).toMatchObject({
    name: 'The conference',
    startDate: '2020-12-22T10:00',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [{ '@type': 'Place', name: 'The hotel' }, { '@type': 'VirtualLocation' }],
  });
});

test('a hall is named with the place it is in', () => {
  expect(structuredData({ ...conference, hall: { sq: 'Antigonea' } }, 'en')).toMatchObject({
    location: [{ name: 'Antigonea, The hotel' }, {}],
  });
});

test('who holds it, who pays and who speaks is told; a guest performs nothing', () => {
  const guest = { ...mayor, id: 'g', name: 'Besa', role: 'guest' as const };
  expect(
    structuredData({ ...conference, parties: [gadc, sweden], people: [mayor, guest] }, 'en'),
  ).toMatchObject({
    organizer: [{ '@type': 'Organization', name: 'Aleanca' }],
    sponsor: [{ name: 'Suedia' }],
    performer: [{ '@type': 'Person', name: 'Ana Leka', jobTitle: 'mayor' }],
  });
});

test('one that was called off says so', () => {
  expect(structuredData({ ...conference, isCancelled: true }, 'en')).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled',
  });
});

test('a place that is not known is left out, never guessed', () => {
  expect(structuredData({ ...conference, place: null, online: false }, 'sq')).not.toHaveProperty('location');
});
