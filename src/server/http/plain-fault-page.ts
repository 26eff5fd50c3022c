import { createHash } from 'node:crypto';
import { languages, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { ErrorCode } from '../errors.ts';
import { contentSecurityPolicy } from './security-headers.ts';

const style = `body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;
color:#1a1a1a;background:#fff}h1,h2{font-size:1.5rem;line-height:1.25}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#9cc2ff}}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** The policy of the plain page, which brings its own few rules of style. */
export const plainPagePolicy = contentSecurityPolicy.replace(
  "style-src 'self'",
  `style-src 'sha256-${styleHash}'`,
);

/**
 * A page that needs neither database nor the built site, in every language, the reader's first: for requests that are
 * too broken to have a page of the site, and for when the site itself cannot answer.
 */
export function plainFaultPage(code: ErrorCode, requestId: string, language: Language): string {
  const ordered = [language, ...languages.filter((other) => other !== language)];
  const parts = ordered.map((each, position) => {
    const t = translator(each);
    const heading = position === 0 ? 'h1' : 'h2';
    return `<section lang="${each}"><${heading}>${escape(t(`error.${code}.title`))}</${heading}>
<p>${escape(t(`error.${code}.text`))}</p>
<p>${escape(t('error.request-id', { id: requestId }))}</p>
<p><a href="/${each}">${escape(t('error.home'))}</a></p></section>`;
  });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escape(translator(language)(`error.${code}.title`))}</title>
<style>${style}</style></head><body><main>${parts.join('\n')}</main></body></html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
