import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { writeSentAhead } from '#forms/uploads.ts';
import { showItem } from '../items.ts';
import { findSentFiles } from './sent-files.ts';
import { cell, changed, faultsOf, newLines, seen, useSheets, type Line } from './sheet.fixture.ts';

const { app, at, look, rowsFor, handIn, add, itemsFor, sending } = useSheets();

async function picture(shade: number): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 90, b: 90 } } })
    .jpeg()
    .toBuffer();
}

describe('files that a list names', () => {
  const photo: Line = { ...seen, kind: 'photo', file: 'Rruga.JPG', altSq: 'Një urë' };

  test('go with their lines, sealed, in the order in which they are named', async () => {
    const bytes = await picture(1);
    const sent = await sending(at().monitor, { 'rruga.jpg': bytes, 'b.pdf': '%PDF-1.7\n%%EOF' });
    const document: Line = { ...seen, kind: 'document', place: '', file: 'b.pdf; rruga.jpg' };
    const rows = newLines(photo, document);
    const looked = await look(at().monitor, rows, sent);
    expect(looked).toMatchObject({ kind: 'sound', duplicates: [{ name: 'rruga.jpg', lines: [2, 3] }] });
    expect(await itemsFor(at().editor)).toEqual([]);
    await handIn(at().monitor, rows, sent);
    const items = await itemsFor(at().editor);
    const of = (kind: string) => items.find((item) => item.kind === kind)?.files;
    expect(of('photo')).toMatchObject([
      { name: 'rruga.jpg', alt: { sq: 'Një urë' }, mediaType: 'image/jpeg' },
    ]);
    expect(of('photo')?.[0]?.copy).not.toBeNull();
    expect(of('document')?.map(({ name, copy }) => [name, copy === null])).toEqual([
      ['b.pdf', true],
      ['rruga.jpg', false],
    ]);
    const list = JSON.stringify(await rowsFor(at().editor));
    for (const { name, original } of of('document') ?? [])
      expect(list).toContain(`${name} SHA-256 ${original}`);
    // The file is evidence already, wherever it comes again.
    const again = await look(
      at().editor,
      newLines(photo),
      await sending(at().editor, { 'rruga.jpg': bytes }),
    );
    expect(again).toMatchObject({ kind: 'sound', duplicates: [{ seen: [{}, {}] }] });
  });

  test('and that were handed in once more are there once', async () => {
    const id = await add(at().monitor);
    const sent = await sending(at().monitor, { 'a.pdf': '%PDF-1.7\n1\n%%EOF' });
    const rows = changed(await rowsFor(at().monitor), 2, { file: 'a.pdf' });
    await handIn(at().monitor, rows, sent);
    expect(await look(at().monitor, rows, sent)).toMatchObject({ kind: 'sound', same: 1, changed: 0 });
    await handIn(
      at().monitor,
      changed(rows, 2, { file: 'a.pdf', version: '2', place: 'Para shkollës' }),
      sent,
    );
    const { item } = await showItem(app(), at().monitor, at().assessment.id, id);
    expect(item).toMatchObject({ version: 3, details: { place: 'Para shkollës' } });
    expect(item.files).toHaveLength(1);
  });

  test('are looked at as by the form: what was not sent, not named, not taken or infected is told', async () => {
    const sent = await sending(at().monitor, {
      'rruga.jpg': '%PDF-1.7\n%%EOF',
      'e tepërt.pdf': '%PDF-1.7\n2\n%%EOF',
      'keq.pdf': '%PDF-1.7\nMALWARE',
      'program.exe': 'MZ…',
      'bosh.pdf': '',
      'prokurimi.json': '{}',
    });
    const outcome = await look(
      at().monitor,
      newLines(
        photo,
        { ...seen, file: 'mungon.pdf' },
        { ...seen, kind: 'procurement', place: '', file: 'rruga.jpg' },
      ),
      sent,
    );
    expect(faultsOf(outcome)).toEqual([
      `${cell('file', 2)} evidence.sheet.wrong-file`,
      `${cell('file', 3)} evidence.sheet.not-sent`,
      `${cell('file', 4)} evidence.fault.no-release`,
    ]);
    expect(outcome.kind === 'faults' && outcome.fileFaults.map(({ name, key }) => `${name} ${key}`)).toEqual([
      'keq.pdf file.fault.infected',
      'program.exe file.fault.type-not-accepted',
      'bosh.pdf file.fault.empty',
      'prokurimi.json evidence.fault.ocds-shape',
      'e tepërt.pdf evidence.sheet.unnamed',
    ]);
  });

  test('that have arrived are their sender’s alone, and a newer one of the same name takes the place of the older', async () => {
    const first = await sending(at().monitor, { 'a.pdf': '%PDF-1.7\n3\n%%EOF' });
    const carried = [...first.files.values()].map(writeSentAhead);
    expect((await findSentFiles(app(), at().editor, carried)).faults).toEqual([
      { name: 'a.pdf', key: 'file.fault.gone' },
    ]);
    const second = await sending(at().monitor, { 'A.pdf': '%PDF-1.7\n4\n%%EOF' }, carried);
    expect([...second.files.values()].map(({ name }) => name)).toEqual(['A.pdf']);
    expect(second.faults).toEqual([]);
  });

  test('of a procurement are read when they come and when the list is kept', async () => {
    const release = {
      ocid: 'ocds-abc-1',
      date: '2028-01-02T00:00:00Z',
      tender: { title: 'Shtrimi i rrugës' },
    };
    const sent = await sending(at().monitor, { 'p.json': JSON.stringify(release) });
    await handIn(at().monitor, newLines({ ...seen, kind: 'procurement', place: '', file: 'p.json' }), sent);
    expect((await itemsFor(at().editor))[0]).toMatchObject({
      details: { kind: 'procurement', ocid: 'ocds-abc-1', title: 'Shtrimi i rrugës' },
    });
    expect(JSON.stringify(await rowsFor(at().editor))).toContain('ocds-abc-1');
    expect(await look(at().editor, await rowsFor(at().editor))).toMatchObject({ kind: 'sound', same: 1 });
  });
});
