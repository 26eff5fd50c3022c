import { isLanguage } from '#i18n/languages.ts';
import { defineParams } from '@sveltejs/kit/params';

export const params = defineParams({
  id: (value) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : undefined),
  lang: (value) => (isLanguage(value) ? value : undefined),
});
