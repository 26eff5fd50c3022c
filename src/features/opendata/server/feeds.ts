import { getMunicipality } from '#features/places/server/service.ts';
import { pick, type Language, type Picked } from '#i18n/languages.ts';
import { isMessageKey, translator, type Translate } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { atomFeed, type FeedEntry } from '../feed.ts';
import { readChangedAt, readChanges, type ChangeRow } from './feed-store.ts';

const newest = 50;

/** What an entry is called: in the words of the interface, or the record's own title behind the place. */
function titleOf(change: ChangeRow, language: Language, t: Translate): Picked {
  const municipality = change.municipality ?? '';
  const own = pick(change.title, language);
  switch (change.kind) {
    case 'statuses':
      return {
        text: t('feed.statuses', { municipality, round: change.detail ?? '', count: change.count ?? 0 }),
        language,
      };
    case 'signature': {
      const key = `signing.${change.detail ?? ''}`;
      const state = isMessageKey(key) ? t(key) : '';
      return { text: t('feed.signature', { municipality, state }), language };
    }
    case 'correction':
      return { text: t('feed.correction', { municipality, statement: own?.text ?? '' }), language };
    case 'event':
      if (change.detail !== 'cancelled') return own ?? { text: change.key, language };
      return { text: t('feed.cancelled', { title: own?.text ?? change.key }), language };
    case 'event-correction':
      return { text: t('feed.event-correction', { title: own?.text ?? change.key }), language };
    case 'outcome':
      return { text: t('feed.outcome', { title: own?.text ?? change.key }), language };
    case 'article':
    case 'publication':
    case 'experience':
      return own ?? { text: change.key, language };
  }
}

function pathOf({ kind, key, of }: ChangeRow): string {
  switch (kind) {
    case 'statuses':
    case 'signature':
      return `/contracts/${of ?? key}`;
    case 'correction':
      return `/priorities/${of ?? key}`;
    case 'event':
      return `/events/${key}`;
    case 'event-correction':
      return `/events/${of ?? key}#corrections`;
    case 'outcome':
      return `/events/${of ?? key}#conclusions`;
    case 'article':
      return `/news/${key}`;
    case 'publication':
      return `/publications/${key}`;
    case 'experience':
      return `/experiences/${key}`;
  }
}

function entryOf(change: ChangeRow, language: Language, t: Translate): FeedEntry {
  return {
    subject: `${change.kind}/${change.key}`,
    title: titleOf(change, language, t),
    summary: pick(change.summary, language),
    path: pathOf(change),
    date: change.date,
  };
}

/** What changed in the record, as an Atom feed: of the network, or of one municipality. @throws not-found */
export async function writeFeed(app: App, language: Language, municipalityKey?: string): Promise<string> {
  const t = translator(language);
  const municipality =
    municipalityKey === undefined ? undefined : await getMunicipality(app, municipalityKey);
  const [changes, changedAt] = await Promise.all([
    readChanges(app.db, { municipalityId: municipality?.id, limit: newest }),
    readChangedAt(app.db),
  ]);
  const page = municipality ? `/municipalities/${municipality.key}` : '';
  const name = municipality ? t('municipality.title', { name: municipality.name }) : t('site.tagline');
  return atomFeed(
    {
      title: t('feed.title', { name }),
      subtitle: app.config.demo ? t('demo.text') : t('feed.subtitle'),
      page,
      self: `${page}/feed.xml`,
      entries: changes.map((change) => entryOf(change, language, t)),
      changedAt,
    },
    { publicUrl: app.config.publicUrl, language, author: t('site.name'), rights: t('site.licence') },
  );
}
