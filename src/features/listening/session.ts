import type { Localised } from '#i18n/languages.ts';

export const sessionKinds = [
  'focus-group',
  'community-meeting',
  'interest-group',
  'door-to-door',
  'online',
  'questionnaire',
] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const sessionStates = ['planned', 'held', 'published', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

/** How people took part. */
export const channels = ['on-site', 'online', 'telephone', 'on-paper', 'mixed'] as const;
export type Channel = (typeof channels)[number];

/** Whom a session is for, and by what its participants are counted besides sex and age. */
export const socialGroups = [
  'everyone',
  'women',
  'youth',
  'elderly',
  'parents',
  'pupils',
  'farmers',
  'businesses',
  'unemployed',
  'disability',
  'roma-egyptian',
  'minorities',
  'returnees',
  'education',
  'health',
  'civil-society',
] as const;
export type SocialGroup = (typeof socialGroups)[number];

/** Groups that people are counted by: everyone is no group. */
export const countedGroups = socialGroups.filter((group) => group !== 'everyone');

/** Languages in which people speak; those of the record first. */
export const spokenLanguages = ['sq', 'en', 'mk', 'el', 'sr', 'bs', 'rup', 'rom'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** Whether a session's day is over and nobody has written down what was said. */
export function isLate(session: { state: string; heldOn: string }, today: string): boolean {
  return session.state === 'planned' && session.heldOn < today;
}

const kindNames: Readonly<Record<SessionKind, Readonly<Record<'sq' | 'en', string>>>> = {
  'focus-group': { sq: 'Fokus grup', en: 'Focus group' },
  'community-meeting': { sq: 'Takim komuniteti', en: 'Community meeting' },
  'interest-group': { sq: 'Forum i grupeve të interesit', en: 'Interest-group forum' },
  'door-to-door': { sq: 'Dëgjim derë më derë', en: 'Door-to-door listening' },
  online: { sq: 'Takim dëgjimi në internet', en: 'Online listening session' },
  questionnaire: { sq: 'Pyetësor', en: 'Questionnaire' },
};

/** What a session is called in the record: its kind and where it was, in both languages. */
export function titleOf(kind: SessionKind, where: string): Required<Localised> {
  const { sq, en } = kindNames[kind];
  return { sq: `${sq} në ${where}`, en: `${en} in ${where}` };
}

/** The language of a stored code; Albanian where the code is none of ours. */
export function spokenLanguageOf(code: string): SpokenLanguage {
  return spokenLanguages.find((language) => language === code) ?? 'sq';
}
