import type { Language } from '#i18n/languages.ts';
import type { SearchKind } from './kinds.ts';

interface Found {
  kind: SearchKind;
  key: string;
  municipalityKey: string | null;
}

/** A thing that has no page of its own stands on its municipality's, if it has one. */
function onMunicipality({ municipalityKey }: Found, anchor: string, otherwise: string): string {
  return municipalityKey === null ? otherwise : `/municipalities/${municipalityKey}#${anchor}`;
}

/** The key of what a member says of itself is its own and the year: 'ullinjte/2027'. */
function onMember({ key }: Found, anchor: string): string {
  return `/members/${key.split('/')[0] ?? key}#${anchor}`;
}

function path(found: Found): string {
  const { kind, key } = found;
  switch (kind) {
    case 'municipality':
      return `/municipalities/${key}`;
    case 'contract':
      return `/contracts/${key}`;
    case 'priority':
      return `/priorities/${key}`;
    case 'organisation':
      return `/members/${key}`;
    case 'event':
      return `/events/${key}`;
    case 'article':
      return `/news/${key}`;
    case 'experience':
      return `/experiences/${key}`;
    case 'context':
      return `/context#${key}`;
    case 'publication':
      return `/publications/${key}`;
    case 'donor':
      return `/donors#${key}`;
    case 'item':
      return `/library/items/${key}`;
    case 'partner':
      return `/partners#${key}`;
    case 'declaration':
      return onMember(found, 'declarations');
    case 'training':
      return onMember(found, 'capacity');
    case 'source':
      return `/library/sources#${key}`;
    case 'methodology':
      return key.startsWith('versions/') ? `/methodology/${key}` : `/methodology#${key}`;
    case 'figure':
      return found.municipalityKey === null
        ? '#published-figures'
        : `/municipalities/${found.municipalityKey}#figures`;
    case 'unit':
      return onMunicipality(found, 'units', '/municipalities');
    case 'person':
      return onMunicipality(found, 'posts', '/municipalities');
    case 'need':
      return onMunicipality(found, 'needs', '/municipalities');
  }
}

/** Where a found thing is read. */
export function permalink(language: Language, found: Found): string {
  return `/${language}${path(found)}`;
}
