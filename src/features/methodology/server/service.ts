import { renderMarkdown } from '#server/markdown/render-markdown.ts';
import { languages } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { fileOf } from './fingerprint.ts';
import { compareTexts } from './compare-texts.ts';
import * as store from './store.ts';

/** Every version of the methodology, the newest first. */
export async function listVersions(app: App) {
  const versions = await store.readVersions(app.db);
  return versions.map((version) => ({ ...version, signatures: version.signatures ?? 0 }));
}

/** The version that members sign today; undefined while none is published. */
export function latestVersion(app: App) {
  return store.readLatest(app.db);
}

async function versionNamed(app: App, number: string): Promise<store.Version> {
  const found = /^[1-9]\d{0,3}$/.test(number) ? await store.readVersion(app.db, Number(number)) : undefined;
  if (!found) throw notFound(`version ${number} of the methodology`);
  return found;
}

/** A version with who signed it, and what it changed of the one before. @throws not-found */
export async function showVersion(app: App, number: string) {
  const version = await versionNamed(app, number);
  const [signatures, before, latest] = await Promise.all([
    store.readSignatures(app.db, version.id),
    store.readVersion(app.db, version.number - 1),
    store.readLatest(app.db),
  ]);
  return {
    ...version,
    html: renderMarkdown(version.text),
    signatures,
    isLatest: latest?.id === version.id,
    differences: before
      ? languages.map((language) => ({
          language,
          parts: compareTexts(before.text[language] ?? '', version.text[language] ?? ''),
        }))
      : null,
  };
}

export type VersionPage = Awaited<ReturnType<typeof showVersion>>;

/** A version as the file that its SHA-256 is of. @throws not-found */
export async function versionFile(app: App, number: string): Promise<string> {
  return fileOf((await versionNamed(app, number)).text);
}
