import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { writeSentAhead } from '#forms/uploads.ts';
import type { SentAnswer } from './send-ahead.ts';

/** What the page's script is told of a file on its way: words are for the person. */
export function answerSent(answer: SentAnswer, language: Language): Response {
  const headers = { 'cache-control': 'private, no-store' };
  switch (answer.kind) {
    case 'on-its-way':
      return Response.json({ id: answer.id, received: answer.received }, { headers });
    case 'taken':
      return Response.json({ id: answer.id, taken: writeSentAhead(answer) }, { headers });
    case 'refused':
      return Response.json({ refused: translator(language)(answer.key) }, { status: 422, headers });
  }
}
