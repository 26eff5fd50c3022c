import { listSections } from '#features/sections/server/service.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ locals }) => ({
  language: locals.language,
  sections: await listSections(locals.app),
  /** Who is signed in, by name; nobody on pages drawn for everyone. */
  signedIn: locals.visitor.kind === 'signed-in' ? { name: locals.visitor.account.name } : undefined,
  demo: locals.app.config.demo,
  publicUrl: locals.app.config.publicUrl,
});
