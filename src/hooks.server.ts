import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { nobody } from '#features/accounts/actor.ts';
import { actorOf } from '#features/accounts/server/actor.ts';
import { askToSignIn, forgetSentForm } from '#features/accounts/server/ask-to-sign-in.ts';
import { readVisitor } from '#features/accounts/server/session.ts';
import { chooseLanguage, languageCookie, languageOfPath } from '#i18n/choose.ts';
import { RecordVersion } from '#server/cache/per-version.ts';
import { currentApp } from '#server/current-app.ts';
import { describeFault, readFaultHeader } from '#server/http/faults.ts';
import { pathForLog } from '#server/http/personal-path.ts';
import { isSameOrigin } from '#server/http/same-origin.ts';
import { versionHeader } from '#server/http/site-request.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const app = currentApp();
  const version = event.request.headers.get(versionHeader);
  event.locals.app = version === null ? app : { ...app, version: RecordVersion.named(version) };
  event.locals.actor = nobody;
  event.locals.visitor = { kind: 'nobody' };
  event.locals.requestId = event.request.headers.get('x-request-id') ?? randomUUID();
  event.locals.language =
    languageOfPath(event.url.pathname) ??
    chooseLanguage(event.cookies.get(languageCookie), event.request.headers.get('accept-language'));

  if (!isSameOrigin(event.request, app.config.publicUrl)) {
    return new Response('Cross-site form submissions are refused.', { status: 403 });
  }
  const visitor = await readVisitor(app, event.request.headers.get('cookie'));
  event.locals.visitor = visitor;
  if (visitor.kind === 'signed-in') {
    event.locals.actor = await actorOf(app, visitor.account.id, visitor.passedSecondFactor);
  }
  const asked = await askToSignIn(event, visitor);
  if (asked) return asked;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%pop.lang%', event.locals.language),
  });
  if (response.status < 400) await forgetSentForm(event);
  return response;
};

export const handleError: HandleServerError = (caught) => {
  const { event } = caught;
  // The front server asks for the page of a fault that it found itself (src/server/http/fault-answer.ts).
  const fault = readFaultHeader(event.request.headers) ?? describeFault(caught);
  const { app, requestId, language } = event.locals;
  // What is merely refused is logged by the front server, with every other answer of its kind.
  if (fault.unexpected) {
    app.log.error({ requestId, path: pathForLog(event.url.pathname), err: caught.error }, 'unexpected fault');
  }
  return { status: fault.status, message: fault.code, requestId, language };
};
