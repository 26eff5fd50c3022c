import { nameOnCertificate } from '#features/registration/schema.ts';
import { checkCertificate } from '#features/registration/server/certificate.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const held = ({ params, getClientAddress }: Pick<RequestEvent, 'params' | 'getClientAddress'>) => ({
  eventKey: params.event,
  code: params.code,
  address: getClientAddress(),
});

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  return {
    checked: await checkCertificate(event.locals.app, held(event)),
    meta: { title: translator(event.locals.language)('registration.proof.title'), noindex: true },
  };
};

export const actions: Actions = {
  default: (event) =>
    runForm(
      event.request,
      nameOnCertificate,
      async ({ name }) => ({
        kind: 'done',
        value: { name, checked: await checkCertificate(event.locals.app, { ...held(event), name }) },
      }),
      ({ name, checked }) => ({ fields: { name }, faults: [], checked }),
    ),
};
