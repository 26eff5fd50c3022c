import { listSections } from '#features/sections/server/service.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { pagesPerSitemap, sitemapIndexOf, sitemapOf } from '../sitemap.ts';

/** Tables with a page for each row, and where those stand. */
const collections = [
  { from: 'municipality', path: '/municipalities' },
  { from: 'contract', path: '/contracts' },
  {
    // What was announced has the address that it keeps in the record.
    from: `(SELECT key FROM event UNION ALL
      SELECT key FROM event_plan WHERE state IN ('announced', 'cancelled')) event`,
    path: '/events',
  },
  { from: 'article', path: '/news' },
  { from: 'experience', path: '/experiences' },
  { from: 'publication WHERE version = 1', path: '/publications' },
  { from: 'catalogue_item WHERE withdrawn_on IS NULL', path: '/library/items' },
  {
    from: 'organisation WHERE EXISTS (SELECT FROM membership WHERE organisation_id = organisation.id)',
    path: '/members',
  },
  { from: 'priority', path: '/priorities' },
  {
    from: `(SELECT municipality.key || '/reports/' || round.key AS key FROM tally
      JOIN municipality ON municipality.id = tally.municipality_id JOIN round ON round.id = tally.round_id
      WHERE tally.field_id IS NULL AND tally.municipalities > 0) report`,
    path: '/municipalities',
  },
  {
    from: `(SELECT round.key || '/report' AS key FROM tally JOIN round ON round.id = tally.round_id
      WHERE tally.municipality_id IS NULL AND tally.field_id IS NULL AND tally.municipalities > 0) report`,
    path: '/monitoring',
  },
] as const;

/** A run of pages that stands in one file. */
interface Run {
  path: string;
  from: string;
  offset: number;
}

async function runsOf(app: App, pagesPerFile: number): Promise<{ runs: Run[]; pages: number }> {
  const counts = collections.map(({ from }) => `(SELECT count(*) FROM ${from})::int`).join(', ');
  const { rows } = await app.pool.query<{ counts: number[] }>(`SELECT ARRAY[${counts}] AS counts`);
  const [{ counts: found } = { counts: [] }] = rows;
  const runs = collections.flatMap(({ path, from }, index) => {
    const files = Math.ceil((found[index] ?? 0) / pagesPerFile);
    return Array.from({ length: files }, (_, file) => ({ path, from, offset: file * pagesPerFile }));
  });
  return { runs, pages: found.reduce((sum, count) => sum + count, 0) };
}

async function pathsOfRun(app: App, { path, from, offset }: Run, pagesPerFile: number): Promise<string[]> {
  const { rows } = await app.pool.query<{ key: string }>(
    `SELECT key FROM ${from} ORDER BY key OFFSET $1 LIMIT $2`,
    [offset, pagesPerFile],
  );
  return rows.map(({ key }) => `${path}/${key}`);
}

async function standingPages(app: App): Promise<string[]> {
  const sections = await listSections(app);
  return [
    '',
    ...sections.map((section) => `/${section}`),
    '/conclusions',
    '/network',
    '/capacity',
    '/declarations',
    '/partners',
    '/join',
    '/methodology/versions',
    '/data',
  ];
}

/** sitemap.xml: every public page, or the list of the files that hold them. */
export async function writeSitemap(app: App, pagesPerFile: number = pagesPerSitemap): Promise<string> {
  const { runs, pages } = await runsOf(app, pagesPerFile);
  const standing = await standingPages(app);
  // One more file for the pages that stand whatever the record holds.
  if (pages + standing.length > pagesPerFile) return sitemapIndexOf(app.config.publicUrl, runs.length + 1);
  const paths = await Promise.all(runs.map((run) => pathsOfRun(app, run, pagesPerFile)));
  return sitemapOf(app.config.publicUrl, [...standing, ...paths.flat()]);
}

/** One file of the list. @param part from 1 @throws not-found */
export async function writeSitemapPart(
  app: App,
  part: string,
  pagesPerFile: number = pagesPerSitemap,
): Promise<string> {
  const number = /^[1-9]\d{0,5}$/.test(part) ? Number(part) : 0;
  if (number === 1) return sitemapOf(app.config.publicUrl, await standingPages(app));
  const run = (await runsOf(app, pagesPerFile)).runs[number - 2];
  if (!run) throw notFound(`sitemap ${part}`);
  return sitemapOf(app.config.publicUrl, await pathsOfRun(app, run, pagesPerFile));
}
