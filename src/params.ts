import { isLanguage } from '#i18n/languages.ts';
import { defineParams } from '@sveltejs/kit/params';

export const params = defineParams({
  lang: (value) => (isLanguage(value) ? value : undefined),
});
