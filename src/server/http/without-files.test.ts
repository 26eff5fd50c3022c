import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundaryOf, WithoutFiles } from './without-files.ts';

async function multipart(form: FormData): Promise<{ type: string; body: Buffer }> {
  const request = new Request('http://a.example', { method: 'POST', body: form });
  return {
    type: request.headers.get('content-type') ?? '',
    body: Buffer.from(await request.arrayBuffer()),
  };
}

async function without(form: FormData, pieceLength: number, most = 100_000): Promise<FormData | undefined> {
  const { type, body } = await multipart(form);
  const reader = new WithoutFiles(boundaryOf(type) ?? '', most);
  for (let at = 0; at < body.length; at += pieceLength) {
    if (!reader.push(body.subarray(at, at + pieceLength))) return undefined;
  }
  return new Response(new Uint8Array(reader.end()), { headers: { 'content-type': type } }).formData();
}

test('what was typed stays as it was, of files the name alone, in whatever pieces the form comes', async () => {
  const typed = fc.string({
    unit: fc.constantFrom('a', 'ë', '-', '\r\n', ';', 'filename="x"'),
    maxLength: 40,
  });
  const asked = fc.asyncProperty(
    typed,
    fc.uint8Array({ maxLength: 300 }),
    typed,
    fc.integer({ min: 1, max: 200 }),
    async (before, bytes, after, pieceLength) => {
      const form = new FormData();
      form.append('before', before);
      form.append('photo', new Blob([bytes]), 'a.jpg');
      form.append('after', after);
      const kept = await without(form, pieceLength);
      const file = kept?.get('photo');
      expect([kept?.get('before'), kept?.get('after')]).toEqual([form.get('before'), form.get('after')]);
      expect(file instanceof File && [file.name, file.size]).toEqual(['a.jpg', 0]);
    },
  );
  await fc.assert(asked);
});

test('a form that is too long without its files is refused, and so is what is no form', async () => {
  const form = new FormData();
  form.append('note', 'x'.repeat(2_000));
  form.append('photo', new Blob(['y'.repeat(50_000)]), 'a.jpg');
  expect(await without(form, 512, 1_000)).toBeUndefined();
  expect(await without(form, 512, 4_000)).toBeDefined();
  const headless = new WithoutFiles('x', 100_000);
  expect(headless.push(Buffer.from('--x'))).toBe(true);
  expect(headless.push(Buffer.alloc(20_000, 'a'))).toBe(false);
});
