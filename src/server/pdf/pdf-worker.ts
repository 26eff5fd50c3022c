import { parentPort } from 'node:worker_threads';
import type { PdfAnswer, PdfOrder } from './order.ts';
import { createTypesetter } from './typeset.ts';

const typeset = await createTypesetter();

parentPort?.on('message', (order: PdfOrder) => {
  let answer: PdfAnswer;
  try {
    answer = { pdf: typeset(order) };
  } catch (error) {
    answer = { fault: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : []);
});
