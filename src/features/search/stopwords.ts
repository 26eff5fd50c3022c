import type { Language } from '#i18n/languages.ts';

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Words too common to find anything by, folded as documents are: they are neither stored nor looked for. */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  sq: list(`
    a ai ajo aq as asaj asgje ashtu asnje ata ate atehere ati atij ato aty atyre ca cdo cfare cila cilat
    cilave cilen ciles cilet cili cilin cilit deri dhe do duke e edhe ende eshte fare gjate gjitha
    gjithashtu gjithe i ia ishin ishte iu ja jam jane je jemi jeni ju jua juaj jush ka kam kane ke kemi
    keni kesaj keshtu kesi keta kete ketej ketij keto ketu ketyre kishin kishte kjo ku kur kurse kush ky
    la le m ma mbas mbi me midis mos mua mund na ndaj nder ndermjet ndersa ne nen neper nepermjet nese
    nesh nga ngaqe nje nuk o ose pa pas pasi per permes pikerisht po por poshte pra prandaj prane prapa
    prej pse qe qene qofte rreth s sa saj se secila secili sepse si sic sidomos sikur sipas siper sone t
    ta tani te tej tek ti tij tilla tille tjera tjere tjeret tjeter to tu tua ty tyre u ua une vet veta
    vete vetem yne yni yt
  `),
  en: list(`
    a about after all also an and any are as at be been but by can do does for from had has have he her
    his how i if in into is it its me more my no not of on or our she so some than that the their them
    then there these they this to was we were what when where which who will with would you your
  `),
};
