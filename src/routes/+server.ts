import { chooseLanguage, languageCookie } from '#i18n/choose.ts';
import type { RequestHandler } from './$types.js';

/** `/`: to the language last read, else to the browser's. */
export const GET: RequestHandler = ({ cookies, request }) => {
  const language = chooseLanguage(cookies.get(languageCookie), request.headers.get('accept-language'));
  return new Response(null, {
    status: 302,
    headers: { location: `/${language}`, vary: 'accept-language, cookie', 'cache-control': 'no-store' },
  });
};
