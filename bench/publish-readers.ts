/** What readers found while something was published. */
export interface Readings {
  asked: number;
  before: number;
  after: number;
  /** What did not agree. */
  wrong: string[];
  /** Milliseconds of the slowest answer. */
  slowest: number;
}

const published = '2027-2028';

interface Counts {
  fully: number;
  partly: number;
  not: number;
}

/** What is counted of the round that is published; the record has others already. */
function countsIn(row: unknown): Counts[] {
  const told = typeof row === 'object' && row !== null ? Object.entries(row) : [];
  const cells = new Map<string, unknown>(told);
  if (cells.get('round') !== published) return [];
  const count = (name: string) => Number(cells.get(name));
  return [{ fully: count('fully'), partly: count('partly'), not: count('not_addressed') }];
}

function sumOf(rows: readonly Counts[]): Counts {
  return rows.reduce(
    (sum, row) => ({ fully: sum.fully + row.fully, partly: sum.partly + row.partly, not: sum.not + row.not }),
    { fully: 0, partly: 0, not: 0 },
  );
}

/**
 * Asks for figures and pages over and over. Within an answer and between answers everything is of before the publication, or of
 * after it: once anything is seen to be public, all is.
 */
export function readPages(port: number, readers: number): { stop(): Promise<Readings> } {
  const readings: Readings = { asked: 0, before: 0, after: 0, wrong: [], slowest: 0 };
  const state = { isReading: true };
  const running = Array.from({ length: readers }, (_, index) => read(port, index, readings, state));
  return {
    async stop() {
      state.isReading = false;
      await Promise.all(running);
      return readings;
    },
  };
}

async function read(port: number, index: number, readings: Readings, state: { isReading: boolean }) {
  const n = 100 + index * 300;
  // Each answers whether the round is public, or that it does not agree in itself.
  const questions: { path: string; isPublic: (text: string) => boolean | 'half' }[] = [
    {
      path: '/api/v1/municipality-figures.json',
      isPublic: (text) => wholeOrNothing(text, 40_000),
    },
    { path: '/api/v1/figures.json', isPublic: (text) => wholeOrNothing(text, 40_000) },
    { path: `/en/priorities/bashkia-${n}-2027-7`, isPublic: (text) => text.includes('Why so') },
    { path: '/en/monitoring', isPublic: (text) => text.includes('2027–2028') },
    { path: `/en/municipalities/bashkia-${n}`, isPublic: (text) => text.includes('2027–2028') },
  ];
  let wasPublic = false;
  for (let turn = index; state.isReading; turn += 1) {
    const question = questions[turn % questions.length];
    if (!question) return;
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}${question.path}`);
    const text = await answer.text();
    readings.slowest = Math.max(readings.slowest, performance.now() - began);
    readings.asked += 1;
    const found = question.isPublic(text);
    if (answer.status !== 200) readings.wrong.push(`${question.path}: ${answer.status}`);
    if (found === 'half') readings.wrong.push(`${question.path}: a part of it`);
    if (wasPublic && found === false) readings.wrong.push(`${question.path}: not public any more`);
    wasPublic ||= found !== false;
    if (wasPublic) readings.after += 1;
    else readings.before += 1;
  }
}

function wholeOrNothing(text: string, all: number): boolean | 'half' {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) return 'half';
  const { fully, partly, not } = sumOf(parsed.flatMap(countsIn));
  const n = fully + partly + not;
  if (n === 0) return false;
  return n === all || 'half';
}
