import { expect, test } from 'vitest';
import { structuredData } from './structured-data.ts';

const conference = {
  id: 'a',
  key: 'a',
  kind: 'conference',
  title: { sq: 'Konferenca', en: 'The conference' },
  summary: null,
  starts: '2020-12-22',
  ends: null,
  startsAt: '10:00',
  place: { sq: 'Salla', en: 'The hall' },
  online: true,
  municipality: null,
  participants: null,
} as const;

test('an event on site and online is told as both', () => {
  expect(structuredData(conference, 'en')).toMatchObject({
    name: 'The conference',
    startDate: '2020-12-22T10:00',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [{ '@type': 'Place', name: 'The hall' }, { '@type': 'VirtualLocation' }],
  });
});

test('a place that is not known is left out, never guessed', () => {
  expect(structuredData({ ...conference, place: null, online: false }, 'sq')).not.toHaveProperty('location');
});
