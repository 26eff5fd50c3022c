import { createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importSite, type ImportResult } from '#features/articles/server/wordpress/import-site.ts';
import { openSite } from '#features/articles/server/wordpress/open-site.ts';
import { SiteFault } from '#features/articles/server/wordpress/read-wxr.ts';
import { writeReport } from '#features/articles/server/wordpress/report.ts';
import {
  openFolder,
  openZip,
  UnreadableArchive,
  type SiteMedia,
} from '#features/articles/server/wordpress/site-media.ts';
import { outcomes } from '#features/articles/wordpress/item.ts';
import type { App } from '#server/app.ts';
import { languageOfTerminal } from '../language.ts';
import { readArguments, type Call, type Command } from '../command.ts';
import { withApp } from './user/with-app.ts';

const options = {
  'dry-run': { type: 'boolean' },
  publish: { type: 'boolean' },
  organisation: { type: 'string' },
  media: { type: 'string' },
  report: { type: 'string' },
} as const;

export const importWordpressCommand: Command = {
  name: 'import-wordpress',
  usage:
    'import-wordpress FILE|FOLDER [--dry-run] [--publish] [--organisation KEY] [--media FOLDER|FILE.zip] [--report FILE.csv]',
  about: 'cli.import-wordpress.about',
  help: 'cli.import-wordpress.help',
  run: async (call) => {
    const { values, positionals } = readArguments(call.args, options, 1);
    const path = resolve(positionals[0] ?? '');
    const given = {
      fileName: basename(path),
      dryRun: values['dry-run'] === true,
      publish: values.publish === true,
      organisation: values.organisation,
    };
    try {
      return await withApp(call, async (app) => {
        const media = values.media === undefined ? undefined : await openMedia(resolve(values.media));
        const result = await importSite(app, await openSite(path), { ...given, media });
        return tell(app, call, result, values.report);
      });
    } catch (error) {
      const fault = faultOf(error, call);
      if (fault === undefined) throw error;
      call.err.write(`${fault}\n`);
      return 1;
    }
  },
};

async function openMedia(path: string): Promise<SiteMedia> {
  return (await stat(path)).isDirectory() ? openFolder(path) : openZip(await readFile(path));
}

function faultOf(error: unknown, { t }: Call): string | undefined {
  if (error instanceof SiteFault) return t(`import.fault.${error.code}`, { at: error.at });
  if (error instanceof UnreadableArchive) return t('import.fault.not-zip');
  const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isAbsent ? t('cli.import-wordpress.absent') : undefined;
}

async function tell(app: App, call: Call, result: ImportResult, report: string | undefined): Promise<number> {
  const { out, err, t } = call;
  if (result.kind === 'refused') {
    err.write(`${t(`cli.import-wordpress.${result.why}`)}\n`);
    return 1;
  }
  for (const outcome of outcomes) out.write(`${t(`import.outcome.${outcome}`)}: ${result.counts[outcome]}\n`);
  out.write(`${t('import.published')}: ${result.counts.published}\n`);
  if (result.counts.waiting > 0)
    out.write(`${t('cli.import-wordpress.waiting', { count: result.counts.waiting })}\n`);
  const language = languageOfTerminal(call.args, call.env);
  const lines = writeReport(app, result.id, language);
  if (report === undefined) for await (const line of lines) out.write(line);
  else await pipeline(Readable.from(lines), createWriteStream(resolve(report)));
  return 0;
}
