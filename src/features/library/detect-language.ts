import { tokenise } from '#features/search/fold.ts';

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/**
 * The commonest words of each language, folded. They make up a third of any text and no two languages share many, so that a page
 * is enough to tell.
 */
const commonest: Readonly<Record<string, ReadonlySet<string>>> = {
  sq: list(`
    te e ne dhe i per me nga se qe nje ka eshte do si u nuk por kjo ky jane kane ai ajo duhet mund tek cdo
    keto prej kur deri gjithe tyre ketij kesaj pas mes sipas midis tij saj
  `),
  en: list(`
    the of and to in a is that for it as was with be by on not he this are or his from at which but have an
    had they you were their one all we can has been will
  `),
  it: list(`
    di e il la che in a per un una del della con non sono da le si i dei delle al come gli piu nel nella
    anche lo alla questo ma
  `),
  de: list(`
    der die und in den von zu das mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus er
    hat dass sie nach wird bei einer um am sind noch wie einem uber
  `),
  fr: list(`
    de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont la avec ou
    son leur cette aux
  `),
  es: list(`
    de la que el en y a los del se las por un para con no una su al lo como mas pero sus le ya o este si
    porque esta entre
  `),
  sv: list(`
    och i att det som en pa ar av for med till den har de inte om ett han men var jag sig fran vi so kan nar
    eller under ocksa efter
  `),
  tr: list(`
    ve bir bu da de icin ile cok olarak daha olan gibi en kadar ne ya sonra ancak her degil ki mi hem o
    tarafindan arasinda
  `),
};

/** Words that are looked at: more would say the same. */
const mostWords = 5000;
/** Of fewer words nothing can be said. */
const fewWords = 20;
/** Share of a text that its own commonest words make up at least. */
const leastShare = 0.12;

/**
 * The language of a text by its commonest words.
 * @returns undefined where it is too short, or in none of those that are known here
 */
export function detectLanguage(text: string): string | undefined {
  const words = tokenise(text.slice(0, 20 * mostWords))
    .slice(0, mostWords)
    .map(({ word }) => word)
    .filter((word) => /^\p{L}+$/u.test(word));
  if (words.length < fewWords) return byScript(text);
  const shares = Object.entries(commonest)
    .map(([language, common]) => ({
      language,
      share: words.filter((word) => common.has(word)).length / words.length,
    }))
    .toSorted((a, b) => b.share - a.share);
  const [first, second] = shares;
  if (!first || first.share < leastShare || first.share === second?.share) return byScript(text);
  return first.language;
}

/** A language that alone of those here is written so. */
function byScript(text: string): string | undefined {
  const greek = text.match(/\p{Script=Greek}/gu)?.length ?? 0;
  return greek > 50 && greek > text.length / 3 ? 'el' : undefined;
}
