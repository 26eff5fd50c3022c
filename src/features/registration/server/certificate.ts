import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { openLink } from './managing.ts';
import { certificatePdf } from './paper/certificate.ts';

/** The certificate of who was checked in. @throws not-found for anyone else, and for a link that opens nothing */
export async function certificateByLink(
  app: App,
  { token, address, language }: { token: string; address: string; language: Language },
): Promise<Uint8Array> {
  const opened = await openLink(app, token, address);
  if (!opened || opened.person.arrivedAt === null) throw notFound('certificate');
  return certificatePdf(app, { name: opened.person.name, event: opened.plan }, language);
}
