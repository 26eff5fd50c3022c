import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import type { ImportForm } from '../../schema.ts';
import { accountOf } from '../access.ts';
import { mayKeepAddresses } from '../addresses.ts';
import { importSite } from './import-site.ts';
import { openSite } from './open-site.ts';
import { SiteFault } from './read-wxr.ts';
import { openZip, UnreadableArchive, type SiteMedia } from './site-media.ts';

/** Brings over what a file that was sent with a form holds. @throws forbidden */
export async function importUpload(
  app: App,
  actor: Actor,
  { organisation, publish, dryRun }: ImportForm,
  file: { bytes: Iterable<Uint8Array> | undefined; name: string; pictures: [Uint8Array] | undefined },
): Promise<Outcome<{ id: string }>> {
  mayKeepAddresses(actor);
  if (!file.bytes) return { kind: 'refused', faults: [{ field: 'file', key: 'form.fault.missing' }] };
  let media: SiteMedia | undefined;
  try {
    media = file.pictures && openZip(file.pictures[0]);
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error;
    return { kind: 'refused', faults: [{ field: 'pictures', key: 'import.fault.not-zip' }] };
  }
  const folder = join(app.config.dataDir, 'imports');
  const path = join(folder, randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(path, file.bytes, { mode: 0o600 });
    const options = { fileName: file.name, dryRun, publish, organisation: organisation || undefined, media };
    const result = await importSite(app, await openSite(path), { ...options, account: accountOf(actor).id });
    if (result.kind === 'done') return { kind: 'done', value: { id: result.id } };
    return { kind: 'refused', faults: [{ field: 'organisation', key: 'form.fault.choice' }] };
  } catch (error) {
    if (!(error instanceof SiteFault)) throw error;
    return {
      kind: 'refused',
      faults: [{ field: 'file', key: `import.fault.${error.code}`, values: { at: error.at } }],
    };
  } finally {
    await rm(path, { force: true });
  }
}
