import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDemoOnFirstStart } from '../../src/demo/first-start.ts';
import { ask, crawl, createMatcher, deriveSample } from './crawl.ts';
import { fieldsOfForm } from './forms.ts';
import { columnOf, makePeople, type Person } from './people.ts';
import { startOwnProgram, type OwnProgram } from './program.ts';
import { listOperations } from './routes.ts';
import { accessTable, columns } from './table.ts';

// Everything that can be asked of the site, asked by everyone; what each is answered stands in table.ts.

let program: OwnProgram;
let people: Person[];
let operations: string[];
/** An address for each route, most of them found by following links. */
const samples = new Map<string, string>();

beforeAll(async () => {
  program = await startOwnProgram();
  const { app, url } = program;
  await fillDemoOnFirstStart(app, () => undefined);
  const places = await app.db.selectFrom('municipality').select(['id', 'key']).execute();
  const idOf = (key: string) => places.find((place) => place.key === key)?.id ?? '';
  people = await makePeople(app, { own: [idOf('ullimare'), idOf('kreshmire')], other: idOf('kripale') });
  operations = await listOperations();
  const routes = [...new Set(operations.map((operation) => partsOf(operation).route))];
  const routeOf = createMatcher(routes);
  // What alone leads to a route, and stands too far down in its list to be read by itself.
  const rare = ['/en/events/degjese-buxheti-luginze-2025'];
  for (const kind of ['editor', 'coordinator', 'administrator', 'nobody'] as const) {
    const person = people.find((one) => one.kind === kind && one.place !== 'other');
    if (person) await crawl(url, person, ['/en/work', '/en', ...rare], routeOf, samples);
  }
  for (const route of routes) deriveSample(route, samples);
}, 900_000);

afterAll(() => program.stop());

function partsOf(operation: string): { method: string; route: string; action: string } {
  const [method = '', address = ''] = operation.split(' ');
  const [route = '', action = ''] = address.split('?');
  return { method, route, action: action && `?${action}` };
}

/** What someone was answered: `+` let in, `.` asked to sign in, `x` forbidden, `-` told that there is no such thing, `?` refused for what was sent. */
async function signOf(answer: Response): Promise<string> {
  await answer.body?.cancel();
  if (/\/sign-in(\?|$|\/code)/.test(answer.headers.get('location') ?? '')) return '.';
  switch (answer.status) {
    case 403:
      return 'x';
    case 404:
      return '-';
    case 400:
      return '?';
    default:
      return answer.status < 500 ? '+' : String(answer.status);
  }
}

test('every page, file and form of the site stands in the table, and nothing else does', () => {
  expect(Object.keys(accessTable).toSorted()).toEqual(operations);
  expect(columns).toEqual(people.map(columnOf));
});

test('everyone is answered by every page and file as the table says', async () => {
  const found: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const operation of operations.filter((one) => one.startsWith('GET'))) {
    const path = samples.get(partsOf(operation).route) ?? '';
    const asked = people.map(async (person) => signOf(await ask(program.url, path, person)));
    const signs = await Promise.all(asked);
    found[operation] = signs.join('');
    expected[operation] = signsOf(operation).join('');
  }
  expect(found).toEqual(expected);
});

test('whoever may not send a form is refused, whatever it holds', async () => {
  const wrong: string[] = [];
  for (const operation of operations.filter((one) => one.startsWith('POST'))) {
    const { route, action } = partsOf(operation);
    const path = samples.get(route) ?? '';
    const address = (path.split('?')[0] ?? '') + action;
    const form = await findForm(path, action);
    const nothing = new URLSearchParams({ nothing: 'of it' });
    const signs = signsOf(operation);
    for (const [index, person] of people.entries()) {
      // Those who may are left out: what they send would change what the others are asked about.
      if (signs[index] === '+') continue;
      const isForOwnPlace = signs[index] === '*';
      const expected = isForOwnPlace ? ['x', '-'] : [signs[index]];
      // Without the place in it, a form is of nowhere.
      for (const sent of [form, isForOwnPlace ? undefined : nothing]) {
        if (sent === undefined) continue;
        const sign = await signOf(await ask(program.url, address, person, sent));
        if (!expected.includes(sign))
          wrong.push(`${operation}, ${columns[index]}: ${sign}, expected ${signs[index]}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('open data answers everyone alike', async () => {
  const described: unknown = await (await fetch(`${program.url}/api/v1/openapi.json`)).json();
  const paths = JSON.stringify(described).match(/\/api\/v1\/[a-z-]+\.json/g) ?? [];
  expect(paths.length).toBeGreaterThan(30);
  for (const path of new Set(paths)) {
    const [body, ...others] = await Promise.all(
      people.map(async (person) => (await ask(program.url, path, person)).text()),
    );
    for (const other of others) expect(other, path).toBe(body);
  }
});

function signsOf(operation: string): string[] {
  return [...(accessTable[operation] ?? '').replaceAll(' ', '')];
}

/** The form as someone who may see it finds it on the page, filled in. */
async function findForm(path: string, action: string): Promise<URLSearchParams | undefined> {
  const kinds = ['editor', 'coordinator', 'administrator', 'facilitator', 'resident', 'nobody'];
  for (const kind of kinds) {
    const person = people.find((one) => one.kind === kind && one.place !== 'other');
    const html = person ? await (await ask(program.url, path, person)).text() : '';
    const form = fieldsOfForm(html, action);
    if (form) return form;
  }
  return undefined;
}
