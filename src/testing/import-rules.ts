import { posix } from 'node:path';

export interface Import {
  /** From the root of the repository: 'src/features/search/server/find.ts'. */
  from: string;
  to: string;
  /** Erased before it runs. */
  isType: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** The files of this project that a file imports. */
export function importsOf(from: string, text: string): Import[] {
  const found = [
    ...[...text.matchAll(statement)].map(([, type, to = '']) => ({ to, isType: type !== undefined })),
    ...[...text.matchAll(dynamic)].map(([, to = '']) => ({ to, isType: false })),
  ];
  return found.flatMap(({ to, isType }) => {
    const path = resolve(from, to);
    return path === undefined ? [] : [{ from, to: path, isType }];
  });
}

function resolve(from: string, to: string): string | undefined {
  if (to.startsWith('#')) return `src/${to.slice(1)}`;
  return to.startsWith('.') ? posix.join(posix.dirname(from), to) : undefined;
}

const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];
const isServerOfFeature = (path: string) => /^src\/features\/[^/]+\/server\//.test(path);
const isStore = (path: string) => /\/([a-z-]+-)?store\.ts$/.test(path) && featureOf(path) !== undefined;
/** Tests and their fixtures may set things up as they need. */
const isForTests = (path: string) => /\.(test|fixture)\.ts$/.test(path) || path.startsWith('src/testing/');
/** Where the platform and the product are joined. */
const joints = /^src\/(server\/(app|api|jobs\/all-jobs)\.ts|boot\.ts|main\.ts)$/;

/** Which rule of ARCHITECTURE.md an import breaks; undefined where it breaks none. */
export function brokenRule({ from, to, isType }: Import): string | undefined {
  if (isForTests(from)) return undefined;
  const own = featureOf(from);
  const other = featureOf(to);
  if (isForTests(to)) return 'only tests import what is for tests';
  if (from.startsWith('src/ui/') && (other || to.startsWith('src/server/'))) {
    return 'the design system knows no feature and no server';
  }
  if (from.startsWith('src/i18n/') && !/^src\/(i18n|messages)\//.test(to)) {
    return 'languages stand on nothing of the product';
  }
  if (from.startsWith('src/server/') && other && !joints.test(from)) {
    return 'the platform imports features only where the two are joined';
  }
  if (isStore(to) && own !== other) return 'only a feature itself reads its store';
  if (own && !isServerOfFeature(from) && !isType && (isServerOfFeature(to) || to.startsWith('src/server/'))) {
    return 'what the browser may get imports nothing of the server';
  }
  if (own && to.startsWith('src/routes/')) return 'a feature knows no route';
  return undefined;
}
