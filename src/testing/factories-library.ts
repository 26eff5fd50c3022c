import type { PublicationCommand } from '#features/library/schema.ts';

/** What the form of a publication sends, with what a test says otherwise. */
export function publicationOf(own: Partial<PublicationCommand> = {}): PublicationCommand {
  return {
    organisation: null,
    municipality: null,
    kind: 'report',
    titleSq: 'Raporti i ujit',
    titleEn: 'The water report',
    summarySq: '',
    summaryEn: '',
    authors: '',
    editors: '',
    publishedOn: '2026-05',
    language: 'sq',
    otherLanguages: [],
    publisher: '',
    place: '',
    series: '',
    subjects: '',
    isbn: null,
    doi: null,
    pages: null,
    licence: '',
    url: '',
    ...own,
  };
}

/** A small PDF with a line of text on each of its pages; a page without one is as a picture. */
export function pdfOf(pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((text, index) => {
      const drawn = text === '' ? '' : `BT /F1 12 Tf 50 700 Td (${text.replaceAll(/[()\\]/g, '\\$&')}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${Buffer.byteLength(drawn, 'latin1')} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = Buffer.byteLength(file, 'latin1');
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = Buffer.byteLength(file, 'latin1');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
