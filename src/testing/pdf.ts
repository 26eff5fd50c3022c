import { afterAll } from 'vitest';
import { PdfMaker } from '#server/pdf/pdf-maker.ts';

/** What makes PDFs, for a test file that needs nothing else of an app. A document that cannot be made fails the test. */
export function usePdf(): () => { pdf: PdfMaker } {
  const log = {
    error: (told: object) => {
      throw new Error(JSON.stringify(told));
    },
  };
  // Test files make theirs at the same time, on machines that may be busy.
  const pdf = new PdfMaker(log, { mostTime: 120_000 });
  afterAll(() => pdf.close());
  return () => ({ pdf });
}

/** What a template must set as it is: signs of markup, letters of Albanian and of other scripts, nothing that prints. */
export const awkwardText =
  'Ë ë Ç ç #let x = [1] $y$ *a* _b_ `c` <d> @e \\f "g" ’h’ Ελλάδα България שלום dhe {i} %';

/** A text as long as a field of a form may have. */
export const longText = 'Çdo fjalë ë zë vend. '.repeat(100).trim();

/** A text of a PDF without the line ends and the breaks inside long words, which are the layout’s. */
export function unspaced(text: string): string {
  return text.replaceAll(/[\s\u200b]/g, '');
}
