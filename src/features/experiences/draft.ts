import { isEmpty } from '#forms/localised.ts';
import type { Localised } from '#i18n/languages.ts';

/** What an experience must say before it is handed in, in one language at least. */
const asked = ['title', 'summary', 'problem', 'done', 'result'] as const;
export type Asked = (typeof asked)[number] | 'field' | 'reason';

interface Told extends Record<(typeof asked)[number], Localised> {
  body: Localised;
  fieldId: string | null;
  correctsId: string | null;
  reason: Localised;
}

/** What is still missing before it can be handed in. One that was told in one text, once, may stay so. */
export function missingOf(draft: Told): Asked[] {
  const isOneText = draft.correctsId !== null && !isEmpty(draft.body);
  const texts = asked.filter((name) => {
    const mayBeLeftOut = isOneText && (name === 'problem' || name === 'done' || name === 'result');
    return !mayBeLeftOut && isEmpty(draft[name]);
  });
  return [
    ...texts,
    ...(draft.fieldId === null && draft.correctsId === null ? (['field'] as const) : []),
    ...(draft.correctsId !== null && isEmpty(draft.reason) ? (['reason'] as const) : []),
  ];
}
