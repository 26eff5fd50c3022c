import { showArticle } from '#features/articles/server/service.ts';
import { listContracts, showContract } from '#features/contracts/server/service.ts';
import { periodWords } from '#features/contracts/words.ts';
import type { Figures } from '#features/monitoring/figures.ts';
import { showPriority } from '#features/monitoring/server/priority-page.ts';
import { listRounds, municipalityFigures } from '#features/monitoring/server/rounds.ts';
import { shareBarOf } from '#features/monitoring/share-bar.ts';
import type { Status } from '#features/monitoring/status.ts';
import { spanWords } from '#features/monitoring/words.ts';
import { showOverview } from '#features/overview/server/service.ts';
import { getMunicipality, listMunicipalities } from '#features/places/server/service.ts';
import { formatsFor } from '#i18n/format.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { renderCard } from '#server/og/card.ts';

type Card = Parameters<typeof renderCard>[0];

/** The picture of a page's link preview. @param path as in its address: `home`, `contracts/fier-2019` @throws not-found */
export async function drawPageCard(app: App, language: Language, path: string): Promise<Buffer> {
  const t = translator(language);
  const card = await cardOf(app, language, path);
  return renderCard({ tagline: app.config.demo ? t('demo.title') : t('site.tagline'), ...card });
}

async function cardOf(app: App, language: Language, path: string): Promise<Card> {
  const t = translator(language);
  const [section = '', key, ...rest] = path.split('/');
  if (rest.length > 0) throw notFound(`card ${path}`);
  switch (key === undefined ? section : `${section}/`) {
    case 'home':
      return networkCard(app, language, t('home.title'));
    case 'monitoring':
      return networkCard(app, language, t('nav.monitoring'));
    case 'municipalities':
      return municipalitiesCard(app, language);
    case 'contracts':
      return contractsCard(app, language);
    case 'municipalities/':
      return municipalityCard(app, language, key ?? '');
    case 'contracts/':
      return contractCard(app, language, key ?? '');
    case 'news/':
      return articleCard(app, language, key ?? '');
    case 'priorities/':
      return priorityCard(app, language, key ?? '');
    default:
      throw notFound(`card ${path}`);
  }
}

/** The figures of the latest round that the network published, as it published them; ours where it published none. */
async function networkCard(app: App, language: Language, title: string): Promise<Card> {
  const t = translator(language);
  const formats = formatsFor(language);
  const { published, network } = await showOverview(app);
  const own = network.at(-1);
  if (!published) return { title, ...(own ? figuresOf(own.figures, own.round.key, language) : {}) };
  const { split, round } = published;
  const inWords = (value: number) => (split.unit === 'percent' ? formats.percent : formats.number)(value);
  const statuses = ['fully', 'partly', 'not'] as const;
  return {
    title,
    kicker: spanWords(round.key),
    figures: statuses.map((status) => ({
      count: inWords(split[status]),
      label: t(`status.${status}`),
    })),
    counts: statuses.map((status) => ({ status, count: split[status] })),
  };
}

/** Both indicators, counts first, and the disc of shares. */
function figuresOf(figures: Figures, round: string, language: Language): Partial<Card> {
  const t = translator(language);
  const { number } = formatsFor(language);
  // A plus: the contract may hold more.
  const of = `/ ${number(figures.denominator)}${figures.whole.is === 'exact' ? '' : '+'}`;
  return {
    kicker: spanWords(round),
    figures: [
      { count: number(figures.fullyAddressed.count), of, label: t('figures.fully') },
      { count: number(figures.atLeastPartlyAddressed.count), of, label: t('figures.at-least-partly') },
    ],
    counts: shareBarOf(figures).counts,
  };
}

async function municipalitiesCard(app: App, language: Language): Promise<Card> {
  const t = translator(language);
  const municipalities = await listMunicipalities(app);
  return {
    title: t('nav.municipalities'),
    kicker: t('municipalities.count', { count: municipalities.length }),
  };
}

async function contractsCard(app: App, language: Language): Promise<Card> {
  const t = translator(language);
  const { number } = formatsFor(language);
  const { mandate, signings } = await listContracts(app, {});
  const title = t('nav.contracts');
  if (!mandate) return { title };
  return {
    title,
    kicker: spanWords(mandate.key),
    figures: [
      { count: number(signings.signed), of: `/ ${number(signings.total)}`, label: t('signing.signed') },
    ],
  };
}

/** The figures of a municipality in its latest round that has a status; of one mandate, where it is named. */
async function latestFigures(app: App, municipalityId: string, language: Language, mandate?: string) {
  const rounds = (await listRounds(app)).filter((round) => (mandate ?? round.mandate) === round.mandate);
  const figures = await municipalityFigures(app, {
    roundIds: rounds.map(({ id }) => id),
    municipalityIds: [municipalityId],
  });
  const own = figures.get(municipalityId);
  const round = rounds.findLast(({ id }) => (own?.get(id)?.basis ?? 'none') !== 'none');
  const latest = round && own?.get(round.id);
  return latest ? figuresOf(latest, round.key, language) : {};
}

async function municipalityCard(app: App, language: Language, key: string): Promise<Card> {
  const { id, name } = await getMunicipality(app, key);
  const title = translator(language)('municipality.title', { name });
  return { title, ...(await latestFigures(app, id, language)) };
}

async function contractCard(app: App, language: Language, key: string): Promise<Card> {
  const { contract } = await showContract(app, key);
  const t = translator(language);
  const period = periodWords(contract);
  return {
    title: t('contract.title', { municipality: contract.municipalityName, period }),
    ...(await latestFigures(app, contract.municipalityId, language, contract.mandate)),
  };
}

async function articleCard(app: App, language: Language, key: string): Promise<Card> {
  const { kind, title, publishedOn, municipalityName } = await showArticle(app, key);
  const said = [
    translator(language)(`article.kind.${kind}`),
    ...(municipalityName === null ? [] : [municipalityName]),
    ...(publishedOn === null ? [] : [formatsFor(language).date(publishedOn)]),
  ];
  return { title: pickText(title, language), kicker: said.join(' · ') };
}

async function priorityCard(app: App, language: Language, key: string): Promise<Card> {
  const { priority, contract, rounds } = await showPriority(app, key);
  const t = translator(language);
  const assessed = rounds.find(({ versions }) => versions.length > 0);
  const status = assessed?.versions[0]?.status;
  return {
    title: pickText(priority.statement, language),
    kicker: [
      contract.municipalityName,
      ...(assessed && status ? [`${spanWords(assessed.round.key)}: ${t(`status.${status}`)}`] : []),
    ].join(' · '),
    counts: discOf(status ?? 'not-assessed'),
  };
}

/** The disc in the shape of the status's mark: full, half or empty. */
function discOf(status: Status): NonNullable<Card['counts']> {
  if (status !== 'partly') return [{ status, count: 1 }];
  return [
    { status, count: 1 },
    { status: 'not', count: 1 },
  ];
}
