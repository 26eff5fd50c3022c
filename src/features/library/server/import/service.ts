import type { Actor } from '#features/accounts/actor.ts';
import { accountOf } from '#features/forums/account.ts';
import { mostBytes } from '#forms/file-limits.ts';
import type { FieldFault } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';
import type { App } from '#server/app.ts';
import type { Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { keepTaken, readTaken } from '#server/files/upload-store.ts';
import type { CatalogueImport, ImportReport } from '../../import-report.ts';
import { keepsLibrary, mayKeepFor } from '../../policy.ts';
import { importCatalogue } from './import-catalogue.ts';

const kind = 'catalogue';

/** An organisation, by its key or id. */
export function findOrganisation(db: Db, by: { id: string } | { key: string }) {
  return db
    .selectFrom('organisation')
    .select(['id', 'key', 'name'])
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .$if('key' in by, (query) => query.where('key', '=', 'key' in by ? by.key : ''))
    .executeTakeFirst();
}

async function organisationToKeep(app: App, actor: Actor, id: string) {
  if (!keepsLibrary(actor) || !mayKeepFor(actor, id))
    throw new DomainError('forbidden', 'keeps no such library');
  const organisation = await findOrganisation(app.db, { id });
  if (!organisation) throw notFound(`organisation ${id}`);
  return organisation;
}

export type Tried =
  | { kind: 'refused'; fault: FieldFault }
  /** What an import would do; the file is kept under `upload` until it is asked for. */
  | { kind: 'tried'; upload: string; organisation: string; report: ImportReport };

function refused(fault: Omit<FieldFault, 'field'>): Tried {
  return { kind: 'refused', fault: { field: 'file', ...fault } };
}

/** Says what the import of a file would do, and keeps the file. @throws forbidden */
export async function tryImport(app: App, actor: Actor, organisationId: string, file: File): Promise<Tried> {
  const organisation = await organisationToKeep(app, actor, organisationId);
  if (file.size === 0) return refused({ key: 'file.fault.empty' });
  const most = mostBytes.scan;
  const tooLarge = { key: 'file.fault.too-large' } as const;
  if (file.size > most) return refused(tooLarge);
  const stored = await app.files.write([new Uint8Array(await file.arrayBuffer())], most);
  if (!stored) return refused(tooLarge);
  const outcome = await importCatalogue(app.db, {
    organisation,
    source: () => app.files.read(stored.sha256),
    dryRun: true,
    actor: accountOf(actor),
  });
  if (outcome.kind === 'refused') return refused(outcome.why);
  const original = { sha256: stored.sha256, size: stored.size, mediaType: 'text/csv' };
  const name = sanitised(file.name).replaceAll('\n', ' ').slice(0, 200) || 'catalogue.csv';
  const upload = await keepTaken(
    app.db,
    { accountId: accountOf(actor), kind, name, file: { original, publicCopy: undefined } },
    app.clock(),
  );
  return { kind: 'tried', upload, organisation: organisation.id, report: outcome.report };
}

/** Imports a file that was tried. @throws forbidden, not-found where it was not, or by somebody else */
export async function importTried(
  app: App,
  actor: Actor,
  { organisation: organisationId, upload }: { organisation: string; upload: string },
): Promise<CatalogueImport> {
  const organisation = await organisationToKeep(app, actor, organisationId);
  const taken = await readTaken(app.db, accountOf(actor), upload);
  if (!taken || taken.kind !== kind) throw notFound(`catalogue ${upload}`);
  return importCatalogue(app.db, {
    organisation,
    source: () => app.files.read(taken.file.original.sha256),
    dryRun: false,
    actor: accountOf(actor),
  });
}
