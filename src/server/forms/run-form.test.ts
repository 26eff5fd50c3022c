import { expect, test } from 'vitest';
import { z } from 'zod';
import { text } from '#forms/fields.ts';
import { DomainError } from '#server/errors.ts';
import { withoutFilesHeader } from '#server/http/site-request.ts';
import { runForm } from './run-form.ts';

const schema = z.object({ words: text(100) });

function sent(form: FormData, headers: Record<string, string> = {}): Request {
  return new Request('http://a.example', { method: 'POST', headers, body: form });
}

const saved = () => Promise.resolve({ kind: 'done', value: 'saved' } as const);

test('who sent a form is asked before what was sent is looked at', async () => {
  const request = sent(new FormData());
  const asked = runForm(request, schema, saved, String, () => {
    throw new DomainError('forbidden');
  });
  await expect(asked).rejects.toThrow('forbidden');
  expect(request.bodyUsed).toBe(false);
});

test('a file that was too large to take is told at its field, with all that was typed, and nothing is done', async () => {
  const form = new FormData();
  form.append('words', 'E thanë');
  form.append('scan', new Blob([]), 'scan.pdf');
  form.append('photo', new Blob([]), '');
  const answer = await runForm(sent(form, { [withoutFilesHeader]: '1' }), schema, saved, String);
  expect(answer).toMatchObject({
    status: 413,
    data: { fields: { words: 'E thanë' }, faults: [{ field: 'scan', key: 'form.fault.file-too-large' }] },
  });
  expect(await runForm(sent(form), schema, saved, String)).toBe('saved');
});
