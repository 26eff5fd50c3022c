import { formatsFor } from '#i18n/format.ts';
import { pick, pickText, type Language, type Localised } from '#i18n/languages.ts';
import { translator, type Translate } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { qrData } from '#server/pdf/qr-data.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';
import type { EventFacts, Paper } from '../../event-facts.ts';
import { blocksOf, type Block } from './blocks.ts';

type Section =
  | { kind: 'text'; title: string; language: Language; blocks: Block[] }
  | { kind: 'rows'; title: string; rows: { label: string; text: string }[] }
  | {
      kind: 'conclusions';
      title: string;
      items: { statement: { text: string; language: Language }; notes: string[] }[];
    };

/** What a paper is called: 'Report: National conference'. */
export function titleOfPaper(paper: Paper, title: Localised, language: Language): string {
  return translator(language)(`paper.gathering.title.${paper}`, { title: pickText(title, language) });
}

/** Report, press release or minutes of a gathering: the facts that its page has, on paper. */
export function gatheringPdf(
  app: Pick<App, 'pdf' | 'config'>,
  facts: EventFacts,
  { paper, language, isDraft }: { paper: Paper; language: Language; isDraft: boolean },
): Promise<Uint8Array> {
  const t = translator(language);
  const { href } = new URL(`/${language}/events/${facts.key}`, app.config.publicUrl);
  const data = {
    network: t('site.tagline'),
    note: t(isDraft ? 'paper.gathering.draft' : `event.kind.${facts.kind}`),
    facts: factsOf(facts, t, language),
    sections: sectionsOf(facts, paper, language),
    readMore: t('paper.gathering.read-more'),
    ...qrData(href, language),
  };
  const title = titleOfPaper(paper, facts.title, language);
  return renderPdf(app, 'features/conclusions/server/paper/gathering.typ', data, { title, language });
}

function factsOf(facts: EventFacts, t: Translate, language: Language) {
  const formats = formatsFor(language);
  const days = [facts.starts, facts.ends].filter((day) => day !== null).map((day) => formats.date(day));
  const hours = [facts.startsAt, facts.endsAt].filter(Boolean).join('–');
  const place = [pickText(facts.hall, language), pickText(facts.place, language)].filter(Boolean).join(', ');
  const named = (role: 'organiser' | 'partner' | 'supporter') =>
    facts.parties
      .filter((party) => party.role === role)
      .map(({ name, through }) =>
        [pickText(name, language), pickText(through, language)].filter(Boolean).join(', '),
      );
  const how = facts.online ? t(place ? 'event.online' : 'event.online-only') : '';
  return [
    { label: t('event.when'), lines: [[days.join(' – '), hours].filter(Boolean).join(', ')] },
    { label: t('event.where'), lines: place ? [place] : [] },
    { label: t('event.how'), lines: how ? [how] : [] },
    { label: t('paper.organisation'), lines: named('organiser') },
    { label: t('paper.gathering.partners'), lines: named('partner') },
    { label: t('paper.gathering.supporters'), lines: named('supporter') },
    { label: t('event.participants'), lines: participantsOf(facts, t, language) },
    {
      label: t('paper.gathering.municipalities'),
      lines: facts.municipalities.length > 0 ? [facts.municipalities.join(', ')] : [],
    },
    { label: t('paper.gathering.recording'), lines: facts.recordingUrl ? [facts.recordingUrl] : [] },
  ].filter(({ lines }) => lines.length > 0);
}

function participantsOf({ participants, modes }: EventFacts, t: Translate, language: Language): string[] {
  const { number } = formatsFor(language);
  return [
    ...(participants ? [t(`qualifier.${participants.is}`, { value: number(participants.count) })] : []),
    ...modes.map(({ mode, people }) => `${t(`attendance.${mode}`)}: ${number(people)}`),
  ];
}

function sectionsOf(facts: EventFacts, paper: Paper, language: Language): Section[] {
  if (paper === 'minutes') return textOf(facts.texts.minutes, 'minutes', language);
  const t = translator(language);
  const summary = textOf(facts.summary ?? {}, 'summary', language);
  const release = textOf(facts.texts['press-release'], 'press-release', language);
  const conclusions = conclusionsOf(facts, t, language);
  if (paper === 'press-release') return [...(release.length > 0 ? release : summary), ...conclusions];
  return [...summary, ...peopleOf(facts, t, language), ...programmeOf(facts, t, language), ...conclusions];
}

function textOf(
  text: Localised,
  name: 'minutes' | 'press-release' | 'summary',
  language: Language,
): Section[] {
  const picked = pick(text, language);
  if (!picked) return [];
  const title = translator(language)(`paper.gathering.${name}`);
  return [{ kind: 'text', title, language: picked.language, blocks: blocksOf(picked.text) }];
}

function peopleOf({ people }: EventFacts, t: Translate, language: Language): Section[] {
  if (people.length === 0) return [];
  const rows = people.map(({ name, capacity, attendance }) => ({
    label: name,
    text: [pickText(capacity, language), ...(attendance === 'unknown' ? [] : [t(`attendance.${attendance}`)])]
      .filter(Boolean)
      .join(', '),
  }));
  return [{ kind: 'rows', title: t('event.people'), rows }];
}

function programmeOf({ items }: EventFacts, t: Translate, language: Language): Section[] {
  if (items.length === 0) return [];
  const { date } = formatsFor(language);
  const days = new Set(items.map(({ heldOn }) => heldOn));
  const rows = items.map(({ heldOn, startsAt, endsAt, title }) => ({
    label: [days.size > 1 && heldOn ? date(heldOn) : '', [startsAt, endsAt].filter(Boolean).join('–')]
      .filter(Boolean)
      .join(', '),
    text: pickText(title, language),
  }));
  return [{ kind: 'rows', title: t('paper.forum.programme'), rows }];
}

function conclusionsOf({ conclusions }: EventFacts, t: Translate, language: Language): Section[] {
  if (conclusions.length === 0) return [];
  const { date } = formatsFor(language);
  const items = conclusions.map(({ statement, followers, dueOn, outcomes }) => ({
    statement: pick(statement, language) ?? { text: '', language },
    notes: [
      ...(followers.length > 0
        ? [
            t('conclusion.followed-up-by', {
              who: followers.map((name) => pickText(name, language)).join('; '),
            }),
          ]
        : []),
      ...(dueOn ? [t('conclusion.due', { date: date(dueOn) })] : []),
      ...outcomes.map((outcome) => `${date(outcome.dated)}: ${pickText(outcome.statement, language)}`),
    ],
  }));
  return [{ kind: 'conclusions', title: t('event.conclusions'), items }];
}
