/** One text in both languages of the record: Albanian first. */
export type Pair = readonly [sq: string, en: string];

export type Slots = Readonly<Record<string, string | number | Pair>>;

/** Fills `{name}` in both languages; a number is written with the decimal mark of each. */
export function fill(text: Pair, slots: Slots): Pair {
  return [fillOne(text[0], 0, slots), fillOne(text[1], 1, slots)];
}

function fillOne(text: string, language: 0 | 1, slots: Slots): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`No value for {${name}} in: ${text}`);
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return language === 0 ? String(value).replace('.', ',') : String(value);
    return value[language];
  });
}

/** The texts one after the other, each closed with a full stop. */
export function sentences(texts: readonly Pair[]): Pair {
  return [texts.map(([sq]) => closed(sq)).join(' '), texts.map(([, en]) => closed(en)).join(' ')];
}

function closed(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Straight quotes, apostrophes and year ranges as printers set them. */
export function typeset(text: string): string {
  return text
    .replace(/"([^"]*)"/g, '“$1”')
    .replaceAll("'", '’')
    .replace(/\b(20\d\d)-(20\d\d)\b/g, '$1–$2');
}

const monthsSq = 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'.split(' ');
const monthsEn =
  'January February March April May June July August September October November December'.split(' ');

/** A day in words: '2024-03-05' -> '5 mars 2024' / '5 March 2024'. */
export function dayInWords(date: string): Pair {
  const [year = '', month = '', day = ''] = date.split('-');
  const index = Number(month) - 1;
  return [
    `${Number(day)} ${monthsSq[index] ?? ''} ${year}`,
    `${Number(day)} ${monthsEn[index] ?? ''} ${year}`,
  ];
}
