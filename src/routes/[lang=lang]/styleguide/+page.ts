import type { PageMeta } from '#ui/head/page-meta.ts';

export function load(): { meta: PageMeta } {
  return { meta: { title: 'Styleguide', noindex: true } };
}
