import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { hasProgram } from './pdf-programs.ts';

function pdf(...objects: (string | Buffer)[]): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.map((one) => Buffer.from(one)),
    Buffer.from('%%EOF'),
  ]);
}

function stream(dictionary: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`1 0 obj <<${dictionary}>> stream\r\n`),
    bytes,
    Buffer.from('\nendstream endobj\n'),
  ]);
}

const page = '2 0 obj << /Type /Page /Names [/JSON /Launcher] >> endobj\n';
const script = '<< /S /JavaScript /JS (app.alert(1)) >>';
const objects = '/Type /ObjStm /Filter /FlateDecode';

test.each([
  ['a plain page', pdf(page), false],
  ['a program', pdf(page, `3 0 obj ${script} endobj\n`), true],
  ['one whose name is written in numbers', pdf('3 0 obj << /S /J#61vaScr#69pt >> endobj'), true],
  ['something to start', pdf('3 0 obj << /S /Launch /F (cmd.exe) >> endobj'), true],
  ['a file inside', pdf('3 0 obj << /Type /EmbeddedFile >> endobj'), true],
  ['a program packed into a stream', pdf(page, stream(objects, deflateSync(`3 0 ${script}`))), true],
  ['a program packed, not folded', pdf(stream('/Type /ObjStm', Buffer.from(`3 0 ${script}`))), true],
  [
    'harmless objects packed into a stream',
    pdf(stream(objects, deflateSync('3 0 << /Type /Page >>'))),
    false,
  ],
  ['packed objects that cannot be read', pdf(stream(objects, Buffer.from([1, 2, 3, 255]))), true],
  ['a stream that does not end', pdf(page, '1 0 obj <</Type /ObjStm>> stream\n???'), true],
  [
    'a picture whose bytes look like a name',
    pdf(stream('/Subtype /Image', Buffer.from('..../JS <</Launch>>'))),
    false,
  ],
  [
    'a page that draws such words',
    pdf(stream('/Filter /FlateDecode', deflateSync('(/JavaScript) Tj'))),
    false,
  ],
])('%s', (_, bytes, expected) => {
  expect(hasProgram(bytes)).toBe(expected);
});

test('whatever bytes there are, they are looked through to their end', () => {
  for (let turn = 0; turn < 50; turn += 1)
    expect(typeof hasProgram(pdf(stream('/ObjStm', randomBytes(500)), randomBytes(500)))).toBe('boolean');
});
