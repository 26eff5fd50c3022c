import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, fieldsOfEntry, readEntry } from './entry.ts';
import { controlsOf, fieldsOfSubject, subjects } from './subject.ts';

const partner = {
  name_sq: 'Universiteti',
  kind: 'education',
  together_sq: 'Anketa e vitit.',
  since: '2024-03',
};

test('what is wrong is told at its control, and what may be left out is left out', () => {
  expect(readEntry('partner', partner)).toEqual({
    entry: {
      name: { sq: 'Universiteti' },
      kind: 'education',
      together: { sq: 'Anketa e vitit.' },
      since: '2024-03',
      until: null,
      url: null,
    },
  });
  const wrong = { ...partner, name_sq: '', kind: 'guild', since: '2024-13', url: 'javascript:alert(1)' };
  const read = readEntry('partner', wrong);
  expect('faults' in read ? read.faults.map(({ field }) => field) : []).toEqual([
    'name_sq',
    'kind',
    'since',
    'url',
  ]);
});

test('an entry that was read comes back in the form as it was typed, and nothing has changed then', () => {
  const words = fc.stringMatching(/^[a-zëç]{1,20}( [a-zëç]{1,20})?$/);
  fc.assert(
    fc.property(fc.constantFrom(...subjects), words, words, (subject, sq, en) => {
      const typed = Object.fromEntries(
        fieldsOfSubject[subject].flatMap((field) =>
          controlsOf(field).map(({ name, language }) => {
            if (field.kind === 'localised' || field.kind === 'text')
              return [name, language === 'en' ? en : sq];
            if (field.kind === 'kind') return [name, 'media'];
            if (field.kind === 'degrees') return [name, '20.1234'];
            if (field.kind === 'reference' && (field.required || name === 'event_id'))
              return [name, '11111111-1111-4111-8111-111111111111'];
            return [name, ''];
          }),
        ),
      );
      const read = readEntry(subject, typed);
      const fields = 'entry' in read ? fieldsOfEntry(subject, read.entry) : {};
      expect(fields).toEqual(typed);
      expect(changeOf(subject, typed, fields)).toBeUndefined();
      const [first] = fieldsOfSubject[subject].flatMap(controlsOf).map(({ name }) => name);
      const changed = { [first ?? '']: `${sq} tjetër` };
      expect(changeOf(subject, typed, { ...fields, ...changed })?.after).toEqual(changed);
    }),
  );
});
