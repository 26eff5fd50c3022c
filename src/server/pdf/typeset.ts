import { join, resolve } from 'node:path';
import { loadFonts } from './fonts.ts';
import type { PdfOrder } from './order.ts';
import { printableJson } from './printable.ts';

const root = resolve(import.meta.dirname, '../..');

/** Results that Typst keeps between documents: as many runs as its makers advise for a process that stays. */
const keptRuns = 10;

/**
 * The function that sets a template with data as PDF/UA-1: the same bytes for the same order. It blocks its thread.
 * @throws where the machine has no Typst, or the template cannot be set.
 */
export async function createTypesetter(): Promise<(order: PdfOrder) => Uint8Array<ArrayBuffer>> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const { files, covers } = loadFonts();
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: files }] });

  return ({ template, data }) => {
    const inputs = { data: printableJson(data, covers) };
    const made = compiler.compile({ mainFilePath: join(root, template), inputs });
    if (!made.result) throw new Error(JSON.stringify(made.takeDiagnostics()?.shortDiagnostics));
    const pdf = compiler.pdf(made.result, { pdfStandard: 'ua-1', creationTimestamp: 0 });
    compiler.evictCache(keptRuns);
    return new Uint8Array(pdf);
  };
}
