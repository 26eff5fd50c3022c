import { randomUUID } from 'node:crypto';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { oldHost } from '../../old-address.ts';
import { whyLeftOut } from '../../wordpress/left-out.ts';
import type { ItemOutcome, Note, SiteItem } from '../../wordpress/item.ts';
import { bringOver, type Bringing } from './bring-over.ts';
import { bringPictures } from './bring-pictures.ts';
import { readCoordinator, readOrganisation, writeLines, type ImportLine } from './import-store.ts';
import { makeArticle, type MadeArticle } from './made-article.ts';
import type { SiteSource } from './open-site.ts';
import { publishBrought } from './publish-brought.ts';
import type { SiteMedia } from './site-media.ts';
import { wordsOf } from './to-markdown.ts';
import { mediaEntryOf, wantedPictures, type MediaEntry } from './wanted-pictures.ts';

export interface ImportOptions {
  fileName: string;
  dryRun: boolean;
  /** Key of the organisation whose site it is. */
  organisation?: string | undefined;
  /** Posts become public at once, as they were; else all come as drafts. */
  publish: boolean;
  /** The uploads of the site, where its pictures are taken from; left out: they are told of and stay there. */
  media?: SiteMedia | undefined;
  /** Who answers for it; left out: the coordinator. */
  account?: string | undefined;
}

export type ImportCounts = Record<ItemOutcome, number> & {
  published: number;
  /** Drafts that somebody has to look at: of what was added or updated, all that is not public. */
  waiting: number;
};

export type ImportResult =
  | { kind: 'done'; id: string; counts: ImportCounts }
  | { kind: 'refused'; why: 'no-organisation' | 'no-coordinator' };

/** What is known of a site before its posts are made: they refer to what may stand after them. */
interface Index {
  media: Map<string, MediaEntry>;
  /** How often a kind of thing has an address's last part. */
  slugs: Map<string, number>;
}

async function indexOf(source: SiteSource): Promise<Index> {
  const index: Index = { media: new Map(), slugs: new Map() };
  for await (const item of source.items()) {
    if (item.kind === 'attachment') index.media.set(item.sourceId, mediaEntryOf(item));
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
  const touched = new Set<string>();
  /** Drafts by what their texts in several languages share. */
  const groups = new Map<string, string>();
  for await (const item of source.items()) {
    const { outcome, notes, draftId, isWhole } = await takeItem(app, bringing, item, {
      index,
      groups,
      authors: source.head.authors,
      media: options.media,
    });
    if (draftId !== undefined && outcome !== 'unchanged') {
      touched.add(draftId);
      if (publish && outcome === 'added' && isWhole) toPublish.add(draftId);
      else toPublish.delete(draftId);
    }
    await report.add(item, outcome, notes);
  }
  report.counts.published = await publishBrought(app, [...toPublish], account);
  report.counts.waiting = touched.size - report.counts.published;
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
  media: SiteMedia | undefined;
}

interface Taken {
  outcome: ItemOutcome;
  notes: Note[];
  draftId?: string | undefined;
  /** Of a post with its date and all its pictures: what may become public by itself. */
  isWhole: boolean;
}

async function takeItem(app: App, bringing: Bringing, item: SiteItem, known: Known): Promise<Taken> {
  const { index, groups, authors } = known;
  const reason = whyLeftOut(item);
  if (reason) return { outcome: 'left-out', notes: [reason], isWhole: false };
  const made = makeArticle(item, authors, bringing.now);
  if ('code' in made) return { outcome: 'left-out', notes: [made], isWhole: false };
  const alike = index.slugs.get(`${item.language} ${item.slug}`) ?? 0;
  const notes: Note[] = [
    ...made.notes,
    ...absent(item, made, index),
    ...(alike > 1 ? [{ code: 'duplicate-slug' as const, value: item.slug }] : []),
  ];
  const brought = await bringOver(app, bringing, item, { ...made, notes }, groups.get(item.translations));
  if (item.translations !== '' && brought.draftId !== undefined)
    groups.set(item.translations, brought.draftId);
  const pictures = await takePictures(app, bringing, item, { made, brought, known });
  return {
    ...brought,
    notes: [...brought.notes, ...pictures.notes],
    isWhole: item.kind === 'post' && made.dated !== '' && pictures.isWhole,
  };
}

/** Pictures that a post names and the export does not. */
function absent(item: SiteItem, { galleryIds }: MadeArticle, { media }: Index): Note[] {
  const wanted = [...galleryIds, ...(item.featured === '' ? [] : [item.featured])];
  const missing = wanted.filter((id) => !media.has(id));
  return missing.length > 0 ? [{ code: 'missing-media', value: missing.join(', ') }] : [];
}

async function takePictures(
  app: App,
  { site, dryRun }: Bringing,
  item: SiteItem,
  {
    made,
    brought,
    known,
  }: { made: MadeArticle; brought: Awaited<ReturnType<typeof bringOver>>; known: Known },
): Promise<{ notes: Note[]; isWhole: boolean }> {
  const { media, index } = known;
  const { outcome, draftId } = brought;
  // What somebody works on here keeps the pictures that it has.
  if (draftId === undefined && (outcome === 'unchanged' || outcome === 'kept'))
    return { notes: [], isWhole: true };
  const wanted = wantedPictures(item, made, index.media);
  if (media) {
    const to = { draftId, language: made.language, isNew: outcome === 'added' };
    return bringPictures(app, { media, credit: site, dryRun }, wanted, to);
  }
  const { pictures } = made;
  if (pictures.length === 0 || outcome === 'unchanged') return { notes: [], isWhole: true };
  const named = pictures.slice(0, 5).map(({ src }) => src);
  return { notes: [{ code: 'pictures', value: named.join(' ') }], isWhole: true };
}

async function beginReport(
  app: App,
  { account, fileName, dryRun, now }: { account: string; fileName: string; dryRun: boolean; now: Date },
) {
  const id = randomUUID();
  const counts: ImportCounts = {
    added: 0,
    updated: 0,
    unchanged: 0,
    kept: 0,
    'left-out': 0,
    published: 0,
    waiting: 0,
  };
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
        title: wordsOf(item.title.slice(0, 1000)).slice(0, 300),
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
