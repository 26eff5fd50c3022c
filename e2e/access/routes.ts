import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = 'src/routes';

/** One thing that can be asked of the site: a page or file (`GET /work`), or a form's action (`POST /work/cycles?/save`). */
export type Operation = string;

/** Everything that can be asked of the site's routes, from their files. */
export async function listOperations(): Promise<Operation[]> {
  const files = await readdir(root, { recursive: true });
  const operations = await Promise.all(files.map((file) => operationsOf(join(root, file))));
  return [...new Set(operations.flat())].toSorted();
}

async function operationsOf(file: string): Promise<Operation[]> {
  const path = pathOf(file);
  if (file.endsWith('+page.svelte')) return [`GET ${path}`];
  if (!/\+(page\.server|server)\.ts$/.test(file)) return [];
  const module = await loadModule(file);
  const methods = ['GET', 'POST'].filter((method) => Object.hasOwn(module, method));
  if (Object.hasOwn(module, 'fallback')) methods.push('GET');
  const actions = Object.keys(objectIn(module, 'actions')).map((name) =>
    name === 'default' ? '' : `?/${name}`,
  );
  return [
    ...(Object.hasOwn(module, 'load') ? [`GET ${path}`] : []),
    ...methods.map((method) => `${method} ${path}`),
    ...actions.map((action) => `POST ${path}${action}`),
  ];
}

async function loadModule(file: string): Promise<object> {
  const module: unknown = await import(pathToFileURL(resolve(file)).href);
  return typeof module === 'object' && module !== null ? module : {};
}

function objectIn(module: object, name: string): object {
  const value: unknown = Object.entries(module).find(([key]) => key === name)?.[1];
  return typeof value === 'object' && value !== null ? value : {};
}

/** `src/routes/[lang=lang]/work/+page.svelte` -> `/[lang]/work`; groups in brackets are no part of an address. */
function pathOf(file: string): string {
  const path = relative(root, dirname(file))
    .split('/')
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/');
  return `/${path.replaceAll(/=[a-z]+/g, '')}`;
}
