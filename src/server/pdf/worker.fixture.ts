import { parentPort } from 'node:worker_threads';
import type { PdfAnswer, PdfOrder } from './order.ts';

let made = 0;

/** Stands for a thread in trouble: the template's name is the trouble. Else it says how many it has made. */
parentPort?.on('message', ({ template }: PdfOrder) => {
  if (template === 'endless') for (;;);
  if (template === 'crash') throw new Error('out of paper');
  made += 1;
  const answer: PdfAnswer = { pdf: new Uint8Array([made]) };
  parentPort?.postMessage(answer, []);
});
