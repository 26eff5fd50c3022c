import { randomUUID } from 'node:crypto';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { oldHost } from '../../old-address.ts';
import { whyLeftOut } from '../../wordpress/left-out.ts';
import type { ItemOutcome, Note, SiteItem } from '../../wordpress/item.ts';
import { bringOver, type Bringing, type Brought } from './bring-over.ts';
import { readCoordinator, readOrganisation, writeLines, type ImportLine } from './import-store.ts';
import { makeArticle } from './made-article.ts';
import type { SiteSource } from './open-site.ts';
import { publishBrought } from './publish-brought.ts';

export interface ImportOptions {
  fileName: string;
  dryRun: boolean;
  /** Key of the organisation whose site it is. */
  organisation?: string | undefined;
  /** Posts become public at once, as they were; else all come as drafts. */
  publish: boolean;
  /** Who answers for it; left out: the coordinator. */
  account?: string | undefined;
}

export type ImportCounts = Record<ItemOutcome, number> & { published: number };

export type ImportResult =
  | { kind: 'done'; id: string; counts: ImportCounts }
  | { kind: 'refused'; why: 'no-organisation' | 'no-coordinator' };

/** What is known of a site before its posts are made: they refer to what may stand after them. */
interface Index {
  media: Set<string>;
  /** How often a kind of thing has an address's last part. */
  slugs: Map<string, number>;
}

async function indexOf(source: SiteSource): Promise<Index> {
  const index: Index = { media: new Set(), slugs: new Map() };
  for await (const item of source.items()) {
    if (item.kind === 'attachment') index.media.add(item.sourceId);
    else if (item.slug !== '' && whyLeftOut(item) === undefined) {
      const slug = `${item.language} ${item.slug}`;
      index.slugs.set(slug, (index.slugs.get(slug) ?? 0) + 1);
    }
  }
  return index;
}

const linesAtOnce = 500;

/**
 * Brings the posts and pages of another site over as drafts, and tells of each thing what became of it. Run again, it changes
 * nothing but what is new there. The file is read twice and never held as a whole.
 * @throws SiteFault where the file cannot be read; nothing is brought over then
 */
export async function importSite(
  app: App,
  source: SiteSource,
  options: ImportOptions,
): Promise<ImportResult> {
  const { dryRun, publish, fileName } = options;
  const now = app.clock();
  const place = options.organisation
    ? await readOrganisation(app.db, options.organisation)
    : { organisationId: null, municipalityId: null };
  if (!place) return { kind: 'refused', why: 'no-organisation' };
  const account = options.account ?? (await readCoordinator(app.db, dayOf(now)));
  if (account === undefined) return { kind: 'refused', why: 'no-coordinator' };
  const index = await indexOf(source);
  const bringing: Bringing = { ...place, account, dryRun, now, site: hostOf(source) };
  const report = await beginReport(app, { account, fileName, dryRun, now });
  const toPublish = new Set<string>();
  /** Drafts by what their texts in several languages share. */
  const groups = new Map<string, string>();
  for await (const item of source.items()) {
    const { outcome, notes, draftId, isWhole } = await takeItem(app, bringing, item, {
      index,
      groups,
      authors: source.head.authors,
    });
    if (draftId !== undefined && isWhole === true && publish) toPublish.add(draftId);
    await report.add(item, outcome, notes);
  }
  report.counts.published = await publishBrought(app, [...toPublish], account);
  await report.end();
  return { kind: 'done', id: report.id, counts: report.counts };
}

function hostOf({ head }: SiteSource): string {
  return URL.canParse(head.url) ? oldHost(new URL(head.url).host) : 'unknown';
}

interface Known {
  index: Index;
  groups: Map<string, string>;
  authors: ReadonlyMap<string, string>;
}

interface Taken extends Brought {
  /** Of a post with its date: what may become public by itself. */
  isWhole?: boolean;
}

async function takeItem(
  app: App,
  bringing: Bringing,
  item: SiteItem,
  { index, groups, authors }: Known,
): Promise<Taken> {
  const reason = whyLeftOut(item);
  if (reason) return { outcome: 'left-out', notes: [reason] };
  const made = makeArticle(item, authors, bringing.now);
  if ('code' in made) return { outcome: 'left-out', notes: [made] };
  const wanted = [...made.galleryIds, ...(item.featured === '' ? [] : [item.featured])];
  const missing = wanted.filter((id) => !index.media.has(id));
  const alike = index.slugs.get(`${item.language} ${item.slug}`) ?? 0;
  const notes: Note[] = [
    ...made.notes,
    ...(missing.length > 0 ? [{ code: 'missing-media' as const, value: missing.join(', ') }] : []),
    ...(alike > 1 ? [{ code: 'duplicate-slug' as const, value: item.slug }] : []),
  ];
  const brought = await bringOver(app, bringing, item, { ...made, notes }, groups.get(item.translations));
  if (item.translations !== '' && brought.draftId !== undefined)
    groups.set(item.translations, brought.draftId);
  return { ...brought, isWhole: item.kind === 'post' && made.dated !== '' };
}

async function beginReport(
  app: App,
  { account, fileName, dryRun, now }: { account: string; fileName: string; dryRun: boolean; now: Date },
) {
  const id = randomUUID();
  const counts: ImportCounts = { added: 0, updated: 0, unchanged: 0, kept: 0, 'left-out': 0, published: 0 };
  await app.db
    .insertInto('site_import')
    .values({
      id,
      started_at: now,
      started_by: account,
      file_name: fileName.slice(0, 300) || '-',
      dry_run: dryRun,
      counts: JSON.stringify(counts),
    })
    .execute();
  let lines: ImportLine[] = [];
  let position = 0;
  const flush = async () => {
    await writeLines(app.db, id, lines);
    lines = [];
  };
  return {
    id,
    counts,
    async add(item: SiteItem, outcome: ItemOutcome, notes: Note[]): Promise<void> {
      counts[outcome] += 1;
      position += 1;
      lines.push({
        position,
        kind: item.kind.slice(0, 60),
        sourceId: item.sourceId.slice(0, 60),
        title: item.title.trim().slice(0, 300),
        address: item.link.slice(0, 1000),
        outcome,
        notes: notes.map(({ code, value }) =>
          value === undefined ? { code } : { code, value: value.slice(0, 500) },
        ),
      });
      if (lines.length >= linesAtOnce) await flush();
    },
    async end(): Promise<void> {
      await flush();
      await app.db
        .updateTable('site_import')
        .set({ counts: JSON.stringify(counts) })
        .where('id', '=', id)
        .execute();
      await recordAudit(app.db, {
        actor: account,
        action: dryRun ? 'look-at-import' : 'import',
        subject: { kind: 'site-import', id },
        after: { ...counts },
      });
    },
  };
}
