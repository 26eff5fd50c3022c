import { seeded } from './statistics.ts';

// What residents might say, put together from parts: the same few things in many words, forms and spellings.
const subjects = [
  'rruga',
  'rrugët',
  'ura',
  'trotuari',
  'ndriçimi',
  'uji i pijshëm',
  'furnizimi me ujë',
  'kanalizimi',
  'kanali kullues',
  'shkolla',
  'kopshti',
  'çerdhja',
  'qendra shëndetësore',
  'ambulanca',
  'mbledhja e mbetjeve',
  'kazanët',
  'parku',
  'këndi i lojërave',
  'palestra',
  'tregu',
  'transporti publik',
  'linja e autobusit',
  'stacioni',
  'biblioteka',
  'qendra rinore',
  'shtëpia e kulturës',
  'varrezat',
  'argjinatura',
  'lumi',
  'rrjeti elektrik',
  'internetit',
  'ujitja',
  'taksat vendore',
  'buxheti',
  'konsultimi publik',
  'shërbimet sociale',
  'banesat sociale',
  'punësimi',
  'trajnimet',
  'qentë e rrugës',
  'parkimi',
  'semaforët',
  'sheshi',
  'fasadat',
  'gjelbërimi',
];
const troubles = [
  'është e pashtruar',
  'ka nevojë për riparim',
  'mungon prej vitesh',
  'është i dëmtuar nga shirat',
  'duhet zgjeruar',
  'nuk funksionon natën',
  'ndërpritet çdo ditë',
  'është larg banesave',
  'duhet rikonstruktuar',
  'nuk pastrohet rregullisht',
  'është rrezik për fëmijët',
  'nuk ka ngrohje',
  'duhet të jetë falas',
  'është i papërshtatshëm për të moshuarit',
  'nuk u përgjigjet kërkesave',
  'duhet ndarë më drejt',
  'nuk njoftohet askush',
  'kushton shumë',
];
const ends = [
  '',
  '',
  '',
  ', sidomos në dimër',
  ' dhe askush nuk përgjigjet',
  ', prandaj fëmijët ecin në baltë',
  ' për të gjithë lagjen',
  ', siç është premtuar',
  ' sa më shpejt',
  ', sipas banorëve',
];
const syllables = [
  'ba',
  'dri',
  'gu',
  'lla',
  'mje',
  'sho',
  'tre',
  'vo',
  'ki',
  'ren',
  'plo',
  'zha',
  'fu',
  'ndi',
  'kra',
  'le',
];

/** So many needs in people's words, the same in every run; every tenth says what another has said. */
export function inventNeeds(count: number): string[] {
  const random = seeded(3);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const villages = Array.from({ length: 60 }, () => {
    const name = pick(syllables) + pick(syllables) + pick(syllables);
    return name.charAt(0).toUpperCase() + name.slice(1);
  });
  const said: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const again = at > 10 && random() < 0.1 ? (said[Math.floor(random() * said.length)] ?? '') : undefined;
    const fresh = `${pick(subjects)} në ${pick(villages)} ${pick(troubles)}${pick(ends)}`;
    const text = again ?? fresh.charAt(0).toUpperCase() + fresh.slice(1);
    said.push(random() < 0.3 ? text.replaceAll('ë', 'e').replaceAll('ç', 'c') : text);
  }
  return said;
}
