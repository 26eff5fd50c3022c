import { redirect } from '@sveltejs/kit';
import { ended, extended, handedIn, toEvidence } from '#features/evidence/requests/schema.ts';
import { attachUpload, keepFiles } from '#features/evidence/server/media/attach-upload.ts';
import { requestToWork } from '#features/evidence/server/requests/access.ts';
import { answerToEvidence } from '#features/evidence/server/requests/answer-to-evidence.ts';
import { showRequest } from '#features/evidence/server/requests/listing.ts';
import { end, extend, handIn } from '#features/evidence/server/requests/steps.ts';
import { historyOf } from '#features/audit/server/service.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const shown = await showRequest(app, actor, params.id);
  return {
    shown,
    history: await historyOf(app, actor, { kind: 'information-request', id: params.id }),
    meta: { title: translator(language)('requests.one'), noindex: true },
  };
};

type Event = Parameters<NonNullable<Actions[string]>>[0];

const back = ({ locals, params }: Event) => redirect(303, `/${locals.language}/work/requests/${params.id}`);
const may = ({ locals, params }: Event) => requestToWork(locals.app.db, locals.actor, params.id);

export const actions: Actions = {
  handIn: (event) =>
    runForm(
      event.request,
      handedIn,
      (command) =>
        handIn(event.locals.app, event.locals.actor, event.params.id, command, event.locals.requestId),
      () => back(event),
      () => may(event),
    ),
  extend: (event) =>
    runForm(
      event.request,
      extended,
      (command) =>
        extend(event.locals.app, event.locals.actor, event.params.id, command, event.locals.requestId),
      () => back(event),
      () => may(event),
    ),
  end: (event) =>
    runForm(
      event.request,
      ended,
      (command) =>
        end(event.locals.app, event.locals.actor, event.params.id, command, event.locals.requestId),
      () => back(event),
      () => may(event),
    ),
  evidence: async (event) => {
    const { app, actor, language, requestId } = event.locals;
    await may(event);
    return runForm(
      await keepFiles(app, actor, event.request, { file: 'document' }),
      toEvidence,
      async (command, data) => {
        const attached = await attachUpload(app, actor, data, 'file', 'document');
        if (attached.kind === 'refused') return { kind: 'refused', faults: [attached.fault] };
        const file = attached.kind === 'attached' ? attached.file : undefined;
        return answerToEvidence(app, actor, event.params.id, command, file, requestId);
      },
      ({ assessmentId, itemId }) =>
        redirect(303, `/${language}/work/evidence/${assessmentId}/items/${itemId}`),
    );
  },
};
