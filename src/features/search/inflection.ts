import type { Language } from '#i18n/languages.ts';

/**
 * Endings that the forms of one word take in turn, folded ('-' for none), and how short the part before them may be.
 * No stemmer exists for Albanian, but a word's possible forms are few enough to be written out and looked up among
 * the words there are.
 */
interface Pattern {
  leastStem: number;
  endings: readonly string[];
}

function pattern(leastStem: number, endings: string): Pattern {
  return { leastStem, endings: endings.split(' ').map((ending) => (ending === '-' ? '' : ending)) };
}

const patterns: Readonly<Record<Language, readonly Pattern[]>> = {
  sq: [
    // projekt, projekti, projekte; këshill, këshilla; rinor, rinore; mësues, mësuesve
    pattern(3, '- i it in e et eve esh a at ave ash ve'),
    // fshat, fshatra
    pattern(3, '- i it in ra rat rave rash'),
    // treg, tregu, tregje; mjek, mjekë; muze, muzetë; zog, zogj
    pattern(3, '- u ut un je jet jeve jesh e et eve esh te ve j jte jve'),
    // park, parku, parqe; bujk, bujq
    pattern(2, 'k ku kut kun qe qet qeve qesh q qit qve'),
    // pyll, pylli, pyje
    pattern(2, 'll lli llit llin je jet jeve jesh j jt jte jve'),
    // lumë, lumi, lumenj
    pattern(3, 'e i it in enj enjte enjve'),
    // rrugë, rruga, rrugës; pemë, pemët
    pattern(2, 'e a en es at ave ash et eve esh'),
    // lule, lulja; lagje, lagjja
    pattern(3, 'e ja es en et eve esh'),
    pattern(2, 'je jja jes jen jet jeve jesh'),
    // bashki, bashkia, bashkisë, bashkie
    pattern(3, 'i ia ie ise ine ite ive ish'),
    // qendër, qendra; libër, libri
    pattern(2, 'er ra ren res rat rave rash ri rit rin'),
    // të rinj, rinjtë, rinjve
    pattern(3, '- te ve sh'),
  ],
  en: [
    pattern(3, '- s es ed ing'),
    pattern(3, 'e es ed ing'),
    pattern(3, 'y ies ied ying'),
    pattern(3, 're er res ers'),
  ],
};

/** Words whose forms no pattern gives. */
const irregular: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  sq: [
    'uje uji ujit ujin ujera ujerat ujerave',
    'grua gruaja gruas gruan gra grate grave grash',
    'njeri njeriu njeriut njeriun njerez njerezit njerezve',
    'vit viti vitit vitin vite vitet viteve vjet vjetet',
    'breg bregu bregut bregun brigje brigjet brigjeve',
    'dore dora doren dores duar duart duarve',
    'djale djali djalit djalin djem djemte djemve',
  ].map((family) => family.split(' ')),
  en: ['woman women womens', 'man men', 'child children childrens', 'person people persons'].map((family) =>
    family.split(' '),
  ),
};

/** Every form, real or not, that a folded word may take, without the word itself. */
export function formsOf(word: string, language: Language): Set<string> {
  const forms = new Set<string>();
  for (const { leastStem, endings } of patterns[language]) {
    for (const ending of endings) {
      const stem = word.slice(0, word.length - ending.length);
      if (stem.length < leastStem || !word.endsWith(ending)) continue;
      for (const other of endings) forms.add(stem + other);
    }
  }
  for (const family of irregular[language]) {
    if (family.includes(word)) for (const form of family) forms.add(form);
  }
  forms.delete(word);
  return forms;
}
