import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makeHolder, signPdf, type CertificateWishes, type Holder } from '#testing/signing.ts';
import { verdictOf, type PdfCheck } from './verdict.ts';
import { verifyPdfSignatures } from './verify.ts';

const plain = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n% Kontrata: 12 prioritete\n%%EOF\n');
const now = new Date('2026-11-26T12:00:00Z');

let root: Holder;
let between: Holder;
let signer: Holder;
let stranger: Holder;

beforeAll(async () => {
  root = await makeHolder({ name: 'Rrënja', authority: true });
  between = await makeHolder({ name: 'Autoriteti', authority: true, issuer: root });
  signer = await makeHolder({ name: 'Arta Hoxha', organisation: 'Bashkia Çelëz', issuer: between });
  stranger = await makeHolder({ name: 'Arta Hoxha' });
});

const check = (bytes: Uint8Array, roots = [root.x509]) => verifyPdfSignatures(bytes, { roots, now });
const signaturesOf = (found: PdfCheck) => (found.kind === 'signed' ? found.signatures : []);
const verdictsOf = (bytes: Uint8Array, roots = [root.x509]) =>
  signaturesOf(check(bytes, roots)).map(verdictOf);
const holderOf = (wishes: CertificateWishes) => makeHolder({ issuer: between, ...wishes });

test('a signature of the whole file that leads to a known root is good, and says who and when', async () => {
  const [found] = signaturesOf(check(await signPdf(plain, signer)));
  expect(found && verdictOf(found)).toBe('good');
  expect(found).toMatchObject({
    role: 'signature',
    coverage: 'whole-file',
    signer: { name: 'Arta Hoxha', organisation: 'Bashkia Çelëz', issuer: 'Autoriteti' },
    time: { at: new Date('2026-11-01T10:00:00Z'), basis: 'claimed' },
  });
});

test.each(['rsa', 'pss', 'ec'] as const)('a signature by %s is checked', async (key) => {
  const signed = await signPdf(plain, await holderOf({ key }));
  expect(verdictsOf(signed)).toEqual(['good']);
  signed.write('13', signed.indexOf('12 prioritete'));
  expect(verdictsOf(signed)).toEqual(['changed']);
});

function turned(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

test('whatever bit of what is signed is turned, the signature is no longer good', async () => {
  const signed = await signPdf(plain, signer);
  const value = [
    signed.indexOf('/Contents <') + 10,
    signed.indexOf('>>', signed.indexOf('/Contents <')) + 1,
  ] as const;
  const covered = fc.nat(signed.length - 1).filter((at) => at < value[0] || at >= value[1]);
  fc.assert(
    fc.property(covered, fc.nat(7), (at, bit) => {
      expect(verdictsOf(turned(signed, at, bit))).not.toContain('good');
    }),
    { numRuns: 300 },
  );
});

test('whatever bit of its value is turned, a signature that is still good says the same of who and when', async () => {
  const signed = await signPdf(plain, signer);
  const value = signed.indexOf('/Contents <') + 10;
  const [was] = signaturesOf(check(signed));
  fc.assert(
    fc.property(fc.nat(16_000), fc.nat(7), (at, bit) => {
      const [found] = signaturesOf(check(turned(signed, value + at, bit)));
      if (found && verdictOf(found) === 'good') expect(found).toEqual(was);
    }),
    { numRuns: 500 },
  );
});

test('anything added afterwards is told, were it a line end', async () => {
  const signed = await signPdf(plain, signer);
  for (const added of ['\n', '\n10 0 obj\n<</Type/Page>>\nendobj\n%%EOF\n']) {
    expect(verdictsOf(Buffer.concat([signed, Buffer.from(added)]))).toEqual(['appended']);
  }
});

test('a file cut short is not good', async () => {
  const signed = await signPdf(plain, signer);
  expect(verdictsOf(signed.subarray(0, -1))).toEqual(['unreadable']);
});

test('a certificate that leads to another root, or to none, is of an unknown root, whatever it is called', async () => {
  expect(verdictsOf(await signPdf(plain, stranger))).toEqual(['unknown-root']);
  const otherRoot = await makeHolder({ name: 'Rrënja', authority: true });
  expect(verdictsOf(await signPdf(plain, signer), [otherRoot.x509])).toEqual(['unknown-root']);
});

test('a certificate issued by one that is no authority leads nowhere', async () => {
  expect(verdictsOf(await signPdf(plain, await makeHolder({ issuer: signer })))).toEqual(['unknown-root']);
  const denied = await makeHolder({ issuer: root, authority: 'denied' });
  expect(verdictsOf(await signPdf(plain, await makeHolder({ issuer: denied })))).toEqual(['unknown-root']);
});

test('a chain is no longer than its authority allows', async () => {
  const short = await makeHolder({ name: 'E shkurtër', authority: true, issuer: root, longestPath: 0 });
  expect(verdictsOf(await signPdf(plain, await makeHolder({ issuer: short })))).toEqual(['good']);
  const below = await makeHolder({ name: 'Poshtë', authority: true, issuer: short });
  expect(verdictsOf(await signPdf(plain, await makeHolder({ issuer: below })))).toEqual(['unknown-root']);
});

test('a certificate that had run out when it signed is expired, and one that ran out later is not', async () => {
  const ended = await holderOf({ until: new Date('2026-10-01') });
  expect(verdictsOf(await signPdf(plain, ended))).toEqual(['expired']);
  expect(verdictsOf(await signPdf(plain, ended, { at: new Date('2026-09-01') }))).toEqual(['good']);
  const early = await holderOf({ from: new Date('2026-11-20') });
  expect(verdictsOf(await signPdf(plain, early))).toEqual(['expired']);
});

test('an authority that had run out makes the chain expired', async () => {
  const ended = await makeHolder({
    name: 'E mbaruar',
    authority: true,
    issuer: root,
    until: new Date('2022-01-01'),
  });
  expect(verdictsOf(await signPdf(plain, await makeHolder({ issuer: ended })))).toEqual(['expired']);
});

test('a time in the future says nothing: validity is that of now', async () => {
  const ended = await holderOf({ from: new Date('2027-01-01'), until: new Date('2028-01-01') });
  const [found] = signaturesOf(check(await signPdf(plain, ended, { at: new Date('2027-06-01') })));
  expect(found).toMatchObject({ time: undefined, chain: 'expired' });
});

test('a certificate that is not for signing, or whose rules are not known, is unsuitable', async () => {
  expect(verdictsOf(await signPdf(plain, await holderOf({ usage: 0x20 })))).toEqual(['unsuitable']);
  expect(verdictsOf(await signPdf(plain, await holderOf({ usage: 0x40 })))).toEqual(['good']);
  expect(verdictsOf(await signPdf(plain, await holderOf({ foreignRules: ['1.2.3.4.5'] })))).toEqual([
    'unsuitable',
  ]);
});

test('an authority with rules that are not known here leads nowhere', async () => {
  const ruled = await makeHolder({
    name: 'Me rregulla',
    authority: true,
    issuer: root,
    foreignRules: ['2.5.29.30'],
  });
  expect(verdictsOf(await signPdf(plain, await makeHolder({ issuer: ruled })))).toEqual(['unknown-root']);
});

test('without roots chains are not checked, and all else is', async () => {
  const signed = await signPdf(plain, stranger);
  expect(verdictsOf(signed, [])).toEqual(['not-checked']);
  signed.write('13', signed.indexOf('12 prioritete'));
  expect(verdictsOf(signed, [])).toEqual(['changed']);
});

test('a file without signatures is unsigned, and another kind of file no PDF', () => {
  expect(check(plain)).toEqual({ kind: 'unsigned' });
  expect(check(Buffer.from('PK\u0003\u0004'))).toEqual({ kind: 'not-a-pdf' });
  expect(check(new Uint8Array())).toEqual({ kind: 'not-a-pdf' });
});

test('what a second known signer added with a signature does not spoil the first', async () => {
  const second = await signPdf(await signPdf(plain, signer), await holderOf({ name: 'Blerim Çela' }));
  expect(verdictsOf(second)).toEqual(['good', 'good']);
  expect(signaturesOf(check(second)).map((one) => ('coverage' in one ? one.coverage : ''))).toEqual([
    'signed-additions',
    'whole-file',
  ]);
});

test('what a stranger added with a signature of their own is an addition like any other', async () => {
  const second = await signPdf(await signPdf(plain, signer), stranger);
  expect(verdictsOf(second)).toEqual(['appended', 'unknown-root']);
});

test('the time of a known authority of time counts for more than the signer’s clock', async () => {
  const authority = await makeHolder({ name: 'Koha', issuer: between, purpose: 'time' });
  const at = new Date('2025-05-05T05:05:05Z');
  const [found] = signaturesOf(check(await signPdf(plain, signer, { timestamp: { authority, at } })));
  expect(found).toMatchObject({ time: { at, basis: 'timestamp' }, chain: 'trusted' });
});

test('the time of an unknown authority, or of one that is for other things, is not believed', async () => {
  const at = new Date('2025-05-05T05:05:05Z');
  for (const authority of [await makeHolder({ purpose: 'time' }), await holderOf({})]) {
    const [found] = signaturesOf(check(await signPdf(plain, signer, { timestamp: { authority, at } })));
    expect(found).toMatchObject({ time: { basis: 'claimed' } });
  }
});

test('the timestamp of a whole file is told from a signature', async () => {
  const authority = await makeHolder({ name: 'Koha', issuer: between, purpose: 'time' });
  const at = new Date('2026-11-02T00:00:00Z');
  const stamped = await signPdf(await signPdf(plain, signer), authority, { isFileTimestamp: true, at });
  expect(signaturesOf(check(stamped)).map((one) => ('role' in one ? one.role : ''))).toEqual([
    'signature',
    'timestamp',
  ]);
  expect(verdictsOf(stamped)).toEqual(['good', 'good']);
  stamped.write('13', stamped.indexOf('12 prioritete'));
  expect(verdictsOf(stamped)).toEqual(['changed', 'changed']);
});

/** The signed file with its byte range written anew. */
async function withRange(range: (numbers: number[], size: number) => number[]): Promise<Buffer> {
  const signed = await signPdf(plain, signer);
  const at = signed.indexOf('[0 ');
  const end = signed.indexOf(']', at);
  const numbers = (signed.toString('latin1', at, end).match(/\d+/g) ?? []).map(Number);
  signed.write(`[${range(numbers, signed.length).join(' ')}`.padEnd(end - at, ' '), at, 'latin1');
  return signed;
}

test.each<[string, (numbers: number[], size: number) => number[]]>([
  ['beginning after the file', ([, a = 0, b = 0, c = 0]) => [1, a - 1, b, c]],
  ['leaving out what stands before the value', ([, a = 0, b = 0, c = 0]) => [0, a - 20, b, c]],
  ['leaving out what stands after the value', ([, a = 0, b = 0, c = 0]) => [0, a, b + 5, c - 5]],
  ['reaching beyond the file', ([, a = 0, b = 0, c = 0]) => [0, a, b, c + 1]],
  ['going backwards', ([, a = 0, b = 0]) => [0, b, a, 10]],
  ['of nothing', () => [0, 0, 0, 0]],
  ['larger than any file', ([, a = 0, b = 0]) => [0, a, b, 9_999_999_999]],
])('a byte range %s makes the signature unreadable', async (_name, range) => {
  expect(verdictsOf(await withRange(range))).toEqual(['unreadable']);
});

test('a value that hides something besides its digits is unreadable', async () => {
  const signed = await signPdf(plain, signer);
  signed.write('>><</Evil', signed.lastIndexOf('0>>>') - 40, 'latin1');
  expect(verdictsOf(signed)).toEqual(['unreadable']);
});

test('a file full of signatures is looked at up to a number', () => {
  const many = Buffer.from(`%PDF-1.7 ${'/ByteRange [0 1 2 3] '.repeat(5000)}`);
  expect(verdictsOf(many)).toHaveLength(33);
});

test('whatever bytes come, the answer is a value', async () => {
  const signed = await signPdf(plain, signer);
  const change = fc.record({ at: fc.nat(signed.length), bytes: fc.uint8Array({ maxLength: 40 }) });
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.nat(signed.length),
      (changes, length) => {
        const changed = Buffer.from(signed);
        for (const { at, bytes } of changes)
          changed.set(bytes.subarray(0, Math.max(0, changed.length - at)), at);
        check(changed);
        check(changed.subarray(0, length));
      },
    ),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (noise) => {
      const hex = Buffer.from(noise).toString('hex');
      const [before, after] = ['%PDF-1.7 /ByteRange [0 0000000 0000000 2]/Contents ', '>>'];
      const range = `[0 ${before.length} ${before.length + hex.length + 2} 2]`;
      const head = before.replace('[0 0000000 0000000 2]', range.padEnd(21, ' '));
      expect(verdictsOf(Buffer.from(`${head}<${hex}>${after}`))).toEqual(['unreadable']);
    }),
  );
});
