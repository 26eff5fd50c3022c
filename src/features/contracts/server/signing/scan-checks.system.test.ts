import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeHolder, signPdf } from '#testing/signing.ts';
import { draftPaper } from '../paper/approved-papers.ts';
import { showContractPage } from '../contract-page.ts';
import { addApproved, done, factForm, useWork } from '../work.fixture.ts';
import { recordFact } from './signatures.ts';
import { showSigning } from './signing-page.ts';

const world = useWork();

test('of a PDF that was signed it is said by whom, whether it is whole, and where its certificate leads', async () => {
  world.on('2027-06-01');
  const root = await makeHolder({ name: 'Rrënja', authority: true });
  const mayor = await makeHolder({ name: 'Arta Hoxha', organisation: 'Bashkia Fier', issuer: root });
  const stranger = await makeHolder({ name: 'Arta Hoxha' });
  const folder = await mkdtemp(join(tmpdir(), 'pop-roots-'));
  await writeFile(join(folder, 'root.pem'), root.x509.toString());
  const app = { ...world.app(), config: { ...world.app().config, signatureRoots: folder } };

  const { editor } = world.work();
  const draftId = await addApproved(world);
  const paper = Buffer.from(await draftPaper(app, editor, draftId, 'sq'));
  const good = await signPdf(paper, mayor);
  const flipped = Buffer.from(good);
  flipped[40] = (flipped[40] ?? 0) ^ 1;
  const files = [
    good,
    flipped,
    Buffer.concat([good, Buffer.from('\n% shtuar\n')]),
    await signPdf(paper, stranger),
    paper,
  ];
  const target = { kind: 'draft', id: draftId } as const;
  let key = '';
  for (const [index, bytes] of files.entries()) {
    const fact = factForm({ signatory: 'candidate', name: `Kandidati ${index}` });
    const scan = new File([new Uint8Array(bytes)], 'scan.pdf');
    key = done(await recordFact(app, editor, target, fact, scan)).contract;
  }

  const { contract, checks } = await showContractPage(app, key);
  const words = contract.signatures.map(({ scanSha256 }) => {
    const check = checks.get(scanSha256 ?? '');
    return check?.kind === 'signed' ? check.signatures.map(({ word }) => word) : check?.kind;
  });
  expect(words).toEqual([['good'], ['changed'], ['appended'], ['unknown-root'], 'unsigned']);
  expect(checks.get(contract.signatures[0]?.scanSha256 ?? '')).toEqual({
    kind: 'signed',
    signatures: [
      {
        word: 'good',
        who: 'Arta Hoxha, Bashkia Fier',
        issuer: 'Rrënja',
        time: { day: '2026-11-01', basis: 'claimed' },
      },
    ],
  });
  expect((await showSigning(app, editor, key)).checks).toEqual(checks);
});
