import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMeeting } from './meeting-list.ts';

const count = (text: string) => countMeeting(Buffer.from(text));
const head = 'Name (Original Name),User Email,Join Time,Leave Time';

test('whoever joins several times, by one address or one name, is one person', () => {
  const list = `Meeting ID,Topic
123,The budget

${head}
Besa Leka,besa@example.org,05/12/2027 10:00:00 AM,05/12/2027 10:20:00 AM
BESA LEKA,Besa@Example.org,05/12/2027 10:30:00 AM,05/12/2027 11:00:00 AM
Besa Leka,,05/12/2027 11:30:00 AM,05/12/2027 11:40:00 AM
Guest,,05/12/2027 10:00:00 AM,
guest ,,05/12/2027 10:10:00 AM,
`;
  expect(count(list)).toEqual({ kind: 'counted', people: 2 });
});

test('two people of one name with an address each are two', () => {
  expect(count(`${head}\nArben,a@example.org,10:00,\nArben,b@example.org,10:00,\n`)).toEqual({
    kind: 'counted',
    people: 2,
  });
});

test('the list of Teams is read, in UTF-16 with tabs, up to the table of what people did', () => {
  const list = `1. Summary\nMeeting title\tBuxheti\n\n2. Participants\nName\tFirst Join\tEmail\nBesa\t5/12/27, 10:00\tb@example.org\nGent\t5/12/27, 10:01\t\n\n3. In-Meeting Activities\nName\tJoin Time\tEmail\nIlir\t10:00\t\n`;
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(list, 'utf16le')]);
  expect(countMeeting(bytes)).toEqual({ kind: 'counted', people: 2 });
});

test('first and last name of Meet are one name; semicolons separate too', () => {
  const list = 'First name;Last name;Time joined\nAna;Kola;10:00\nAna;Leka;10:00\nAna;Kola;11:00\n';
  expect(count(list)).toEqual({ kind: 'counted', people: 2 });
});

test('what is no such list is refused with what is wrong, and the line', () => {
  const fault = (text: string) => {
    const counted = count(text);
    return counted.kind === 'refused' ? counted.fault : undefined;
  };
  expect(fault('a,b\n1,2\n')).toMatchObject({ key: 'registration.online.fault.columns' });
  expect(fault(`${head}\n`)).toMatchObject({ key: 'registration.online.fault.none' });
  expect(fault(`${head}\nAna,,10:00,\nBen,,later,\n`)).toEqual({
    key: 'registration.online.fault.time',
    values: { row: 3 },
  });
});

test('the order of the rows changes nothing, and no file whatever fails', () => {
  const person = fc.record({
    name: fc.constantFrom('Ana', 'Ben', 'Cim'),
    address: fc.constantFrom('', 'x@example.org', 'y@example.org'),
  });
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), (people) => {
      const rows = people.map(({ name, address }) => `${name},${address},10:00,`);
      expect(count([head, ...rows].join('\n'))).toEqual(count([head, ...rows.toReversed()].join('\n')));
    }),
    { numRuns: 50 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const lists = [Buffer.from(bytes), Buffer.concat([Buffer.from(`${head}\n`), bytes])];
      expect(lists.every((list) => ['counted', 'refused'].includes(countMeeting(list).kind))).toBe(true);
    }),
    { numRuns: 100 },
  );
});
