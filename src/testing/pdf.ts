import { afterAll } from 'vitest';
import { PdfMaker } from '#server/pdf/pdf-maker.ts';

/** What makes PDFs, for a test file that needs nothing else of an app. A document that cannot be made fails the test. */
export function usePdf(): () => { pdf: PdfMaker } {
  const pdf = new PdfMaker({
    error: (told: object) => {
      throw new Error(JSON.stringify(told));
    },
  });
  afterAll(() => pdf.close());
  return () => ({ pdf });
}
