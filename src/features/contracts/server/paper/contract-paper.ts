import { formatsFor, type PartialDate } from '#i18n/format.ts';
import { languages, pick, type Language, type Localised, type Picked } from '#i18n/languages.ts';
import { isMessageKey, translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { qrData } from '#server/pdf/qr-data.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';

export interface PaperComponent {
  statement: Localised;
  /** What would show it done. */
  shownBy?: Localised | undefined;
  due?: PartialDate | undefined;
  competence: 'own' | 'shared' | 'national';
}

export interface PaperPriority {
  /** As it is counted in the contract: '3'. */
  number: string;
  heading?: Localised | undefined;
  statement: Localised;
  field: Localised;
  /** Administrative units, with the place inside one where it is named; none: the whole municipality, or every unit. */
  places: readonly { unit: string; locality?: string | undefined }[];
  /** Without places: each of the units (with 'units') or the municipality as a whole. */
  coverage: 'municipality' | 'units' | 'listed';
  directorate?: string | undefined;
  components: readonly PaperComponent[];
}

/** A version of a Social Contract, priorities in their order. */
export interface ContractPaper {
  municipality: string;
  /** '2023–2027' */
  mandate: string;
  organisation: string;
  network: string;
  version: string;
  date: PartialDate;
  /** Whether it may be signed: approved, or frozen already. Otherwise every page says that it is a draft. */
  isForSignature: boolean;
  bindingLanguage: Language;
  priorities: readonly PaperPriority[];
  /** Who is to sign: the capacity as a label, and the name (with party or coalition) where it is known. */
  signatories: readonly { capacity: string; name?: string | undefined }[];
  /** The contract's public page: whole, with https://. */
  address: string;
}

/** The Social Contract as PDF/UA-1 in one language. The bytes are the same for the same contract: keep them where their SHA-256 is shown. */
export function contractPdf(
  app: Pick<App, 'pdf'>,
  contract: ContractPaper,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const formats = formatsFor(language);
  const { municipality, mandate, organisation, version, bindingLanguage, priorities } = contract;
  const titles = { municipality, period: mandate };
  const isBinding = language === bindingLanguage;
  const binding = t(isBinding ? 'paper.contract.binding' : 'paper.contract.translation', {
    language: t(`paper.language.${bindingLanguage}`),
  });
  const fields = [...Map.groupBy(priorities, ({ field }) => textOf(field, language).text)];
  const data = {
    network: contract.network,
    municipality,
    mandate,
    draft: contract.isForSignature ? null : t('paper.contract.draft'),
    binding,
    facts: [
      { label: t('paper.contract.municipality'), value: municipality },
      { label: t('paper.contract.mandate'), value: mandate },
      { label: t('paper.organisation'), value: organisation },
      { label: t('paper.contract.version'), value: `${version}, ${formats.date(contract.date)}` },
      { label: t('paper.contract.priorities'), value: formats.number(priorities.length) },
    ],
    fields: fields.map(([name, own]) => ({
      name,
      priorities: own.map((one) => priorityData(one, language)),
    })),
    units: unitsOf(priorities, language),
    signatories: contract.signatories.map(({ capacity, name }) => ({ capacity, name: name ?? '' })),
    ...qrData(contract.address, language),
    labels: {
      byField: t('contract.by-field'),
      byUnit: t('contract.by-unit'),
      shownBy: t('component.shown-by'),
      due: t('paper.contract.due'),
      competence: t('component.competence'),
      directorate: t('paper.contract.directorate'),
      places: t('paper.where'),
      none: t('paper.contract.none'),
      signatures: t('contract.signatures'),
      signing: t('paper.contract.signing', { municipality }),
      name: t('paper.name'),
      date: t('paper.date'),
      signature: t('paper.signature'),
      priority: t('paper.contract.priority'),
      unit: t('paper.unit'),
      readMore: t('paper.contract.read-more'),
      unchanged: t('paper.contract.unchanged'),
    },
  };
  const title = t('contract.title', titles);
  return renderPdf(app, 'features/contracts/server/paper/contract.typ', data, { title, language });
}

function textOf(text: Localised | undefined, language: Language): Picked {
  return pick(text, language) ?? { text: '', language };
}

function placesOf({ places, coverage }: PaperPriority, language: Language): string[] {
  const t = translator(language);
  if (places.length === 0)
    return [t(coverage === 'units' ? 'paper.contract.each-unit' : 'contract.everywhere')];
  return places.map(({ unit, locality }) => (locality ? `${unit} (${locality})` : unit));
}

function priorityData(priority: PaperPriority, language: Language) {
  const t = translator(language);
  const { number, directorate } = priority;
  const heading = pick(priority.heading, language);
  return {
    number,
    heading: heading ? { ...heading } : null,
    statement: { ...textOf(priority.statement, language) },
    places: placesOf(priority, language).join(', '),
    directorate: directorate || null,
    components: priority.components.map((component, index) => {
      const shownBy = pick(component.shownBy, language);
      const competence = `competence.${component.competence}`;
      return {
        number: `${number}.${index + 1}`,
        statement: { ...textOf(component.statement, language) },
        shownBy: shownBy ? { ...shownBy } : null,
        due: component.due ? formatsFor(language).date(component.due) : null,
        competence: isMessageKey(competence) ? t(competence) : '',
      };
    }),
  };
}

/** The same priorities by place: first what is for all, then unit by unit in the order of the alphabet. */
function unitsOf(priorities: readonly PaperPriority[], language: Language) {
  const entries = priorities.flatMap((priority) => {
    const heading = textOf(
      priority.heading?.[language] || hasText(priority.heading) ? priority.heading : priority.statement,
      language,
    );
    const units =
      priority.places.length === 0
        ? placesOf(priority, language)
        : [...new Set(priority.places.map(({ unit }) => unit))];
    return units.map((unit) => ({
      unit,
      isAll: priority.places.length === 0,
      number: priority.number,
      heading: { ...heading },
    }));
  });
  const { compare } = formatsFor(language);
  return [...Map.groupBy(entries, ({ unit }) => unit)]
    .map(([unit, own]) => ({
      unit,
      isAll: own.some(({ isAll }) => isAll),
      priorities: own.map(({ number, heading }) => ({ number, heading })),
    }))
    .toSorted((a, b) => Number(b.isAll) - Number(a.isAll) || compare(a.unit, b.unit));
}

function hasText(text: Localised | undefined): boolean {
  return languages.some((language) => Boolean(text?.[language]));
}
