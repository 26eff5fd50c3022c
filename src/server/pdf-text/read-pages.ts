// The program of PdfReader: a PDF comes in, a line of JSON for its number of pages and one for each page with text go out.
import { buffer } from 'node:stream/consumers';
import { getDocumentProxy } from 'unpdf';
import { textOf } from './text-of.ts';

const [, , what, most] = process.argv;
const longestPage = 200_000;

function tell(line: object): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, () => resolve());
  });
}

const pdf = await getDocumentProxy(new Uint8Array(await buffer(process.stdin)), {
  useSystemFonts: false,
  stopAtErrors: false,
});
await tell({ pages: pdf.numPages });
let left = Number(most);
for (let page = 1; what === 'read' && page <= pdf.numPages && left > 0; page += 1) {
  const content = await (await pdf.getPage(page)).getTextContent();
  const text = textOf(content.items).slice(0, Math.min(longestPage, left));
  left -= text.length;
  if (text !== '') await tell({ page, text });
}
// What it still waits for is of no use.
process.exit(0);
