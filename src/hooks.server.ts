import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { chooseLanguage, languageCookie, languageOfPath } from '#i18n/choose.ts';
import { currentApp } from '#server/current-app.ts';
import { describeFault } from '#server/http/faults.ts';
import { isSameOrigin } from '#server/http/same-origin.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const app = currentApp();
  event.locals.app = app;
  event.locals.requestId = event.request.headers.get('x-request-id') ?? randomUUID();
  event.locals.language =
    languageOfPath(event.url.pathname) ??
    chooseLanguage(event.cookies.get(languageCookie), event.request.headers.get('accept-language'));

  if (!isSameOrigin(event.request, app.config.publicUrl)) {
    return new Response('Cross-site form submissions are refused.', { status: 403 });
  }
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%pop.lang%', event.locals.language),
  });
};

export const handleError: HandleServerError = (caught) => {
  const { event } = caught;
  const fault = describeFault(caught);
  const { app, requestId, language } = event.locals;
  app.log[fault.unexpected ? 'error' : 'info'](
    {
      requestId,
      status: fault.status,
      path: event.url.pathname,
      ...(fault.unexpected ? { err: caught.error } : {}),
    },
    fault.unexpected ? 'unexpected fault' : 'refused',
  );
  return { status: fault.status, message: fault.code, requestId, language };
};
