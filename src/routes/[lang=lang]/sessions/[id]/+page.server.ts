import { redirect } from '@sveltejs/kit';
import { showAnnounced } from '#features/listening/server/announced.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, language } = locals;
  const session = await showAnnounced(app, params.id);
  if (session.eventKey !== null) redirect(307, `/${language}/events/${session.eventKey}`);
  const t = translator(language);
  return {
    session,
    meta: {
      title: `${t(`listening.kind.${session.kind}`)}, ${session.municipalityName}`,
      description: t('listening.announced-lede'),
    },
  };
};
