import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  afterDayAndId,
  choices,
  day,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  text,
  wholeNumber,
} from './fields.ts';
import { parseForm, typedFields } from './parse-form.ts';

const schema = z.object({
  place: text(10),
  note: optionalText(5),
  on: day(),
  until: optionalDay(),
  people: wholeNumber(1, 500),
  guests: optionalWholeNumber(0, 9),
  groups: choices(['farmers', 'pupils']),
});

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

const whole: [string, string][] = [
  ['place', ' Fier '],
  ['on', '2026-11-26'],
  ['people', '12'],
];

function faultsWith(...changed: [string, string][]) {
  const names = new Set(changed.map(([name]) => name));
  const parsed = parseForm(schema, form([...whole.filter(([name]) => !names.has(name)), ...changed]));
  return parsed.kind === 'refused' ? parsed.state.faults : [];
}

test('a form becomes a command; what was left out is empty', () => {
  expect(parseForm(schema, form([...whole, ['groups', 'farmers']]))).toMatchObject({
    kind: 'parsed',
    command: {
      place: 'Fier',
      note: '',
      on: '2026-11-26',
      until: null,
      people: 12,
      guests: null,
      groups: ['farmers'],
    },
  });
});

describe('each fault stands at its field and says what was expected', () => {
  test.each<[string, string, string]>([
    ['place', '  ', 'form.fault.missing'],
    ['place', 'more than ten', 'form.fault.too-long'],
    ['on', '', 'form.fault.missing'],
    ['on', '2026-02-30', 'form.fault.day'],
    ['until', 'tomorrow', 'form.fault.day'],
    ['people', '', 'form.fault.missing'],
    ['people', 'a dozen', 'form.fault.whole-number'],
    ['people', '0', 'form.fault.too-small'],
    ['people', '501', 'form.fault.too-big'],
    ['guests', '-1', 'form.fault.too-small'],
    ['groups.0', '', ''],
  ])('%s=%j: %s', (field, value, key) => {
    const [name = ''] = field.split('.');
    const given = field === 'groups.0' ? 'miners' : value;
    const expected = { field, key: key || 'form.fault.choice' };
    expect(faultsWith([name, given])).toMatchObject([expected]);
  });

  test('a field that is not there at all is missing', () => {
    const parsed = parseForm(schema, form([]));
    expect(parsed).toMatchObject({ kind: 'refused' });
    if (parsed.kind === 'refused') {
      expect(parsed.state.faults.map(({ field, key }) => [field, key])).toEqual([
        ['place', 'form.fault.missing'],
        ['on', 'form.fault.missing'],
        ['people', 'form.fault.missing'],
      ]);
    }
  });
});

test('what was typed comes back as it was typed, but for secrets', () => {
  const parsed = parseForm(
    schema,
    form([
      ['place', '  <b>'],
      ['password', 'hidden'],
      ['groups', 'a'],
      ['groups', 'b'],
    ]),
  );
  expect(parsed).toMatchObject({
    kind: 'refused',
    state: { fields: { place: '  <b>', groups: ['a', 'b'] } },
  });
  expect(JSON.stringify(parsed)).not.toContain('hidden');
});

test('no byte that a database refuses gets in', () => {
  const parsed = parseForm(schema, form([...whole.slice(1), ['place', 'a\u0000b\uD800e\u0301\r\nc']]));
  expect(parsed).toMatchObject({ command: { place: 'ab\uFFFDé\nc' } });
});

test('what no database keeps is left out of what was typed, under whatever name', () => {
  const typed = typedFields(
    form([
      ['pla\u0000ce', 'Fi\u0000er'],
      ['groups', '\u0000'],
      ['groups', 'pupils'],
    ]),
  );
  expect(typed).toEqual({ place: 'Fier', groups: ['', 'pupils'] });
});

test.each(['0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2026-02-30', '10000-01-01'])(
  'no form takes the day %s',
  (value) => {
    expect(faultsWith(['on', value])).toEqual([{ field: 'on', key: 'form.fault.day' }]);
    expect(faultsWith(['until', value])).toEqual([{ field: 'until', key: 'form.fault.day' }]);
  },
);

test('where a list goes on is a day that exists and an id, or nothing', () => {
  const id = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
  expect(afterDayAndId('_').parse(`2026-11-26_${id}`)).toBe(`2026-11-26_${id}`);
  for (const made of [
    `2026-99-99_${id}`,
    `0000-01-01_${id}`,
    `2026-11-26_${'-'.repeat(36)}`,
    `2026-11-26_${id}_`,
    '',
  ]) {
    expect(afterDayAndId('_').parse(made)).toBeUndefined();
  }
});
