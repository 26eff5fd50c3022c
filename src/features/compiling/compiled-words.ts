import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Fact } from '#ui/content/facts.ts';
import type { Method } from './ordering.ts';

interface Compiled {
  method: Method | null;
  decidedOn: string | null;
  voices: number | null;
  note: string | null;
  needs: number;
  waiting: number;
  published: number;
}

/** How, when and by whom the candidates were put in order, and how many needs there were: persons by their roles alone. */
export function orderFacts(compiled: Compiled, t: Translate, formats: Formats): Fact[] {
  const { method, decidedOn, voices, note, needs, waiting, published } = compiled;
  const needsNote = [
    waiting > 0 ? t('compiled.waiting', { count: waiting }) : '',
    published < needs - waiting ? t('compiled.published', { count: published }) : '',
  ];
  return [
    {
      term: t('compiled.method'),
      values: [
        method === null
          ? { text: t('compiling.method.support'), note: t('compiled.undecided') }
          : {
              text: t(`compiling.method.${method}`),
              note: [t(`compiling.voices.${method}`, { count: voices ?? 0 }), note]
                .filter(Boolean)
                .join('. '),
            },
      ],
    },
    { term: t('compiled.how'), values: [{ text: t(`compiling.method-how.${method ?? 'support'}`) }] },
    { term: t('compiled.who'), values: [{ text: t(`compiled.who.${method ?? 'none'}`) }] },
    ...(decidedOn === null
      ? []
      : [{ term: t('compiled.when'), values: [{ text: formats.date(decidedOn) }] }]),
    {
      term: t('compiled.needs'),
      values: [{ text: formats.number(needs), note: needsNote.filter(Boolean).join(' ') || undefined }],
    },
  ];
}
