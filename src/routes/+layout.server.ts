import { listSections } from '#features/sections/server/service.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ locals }) => ({
  language: locals.language,
  sections: await listSections(locals.app),
  demo: locals.app.config.demo,
  publicUrl: locals.app.config.publicUrl,
});
