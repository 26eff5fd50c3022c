import { pickText, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import type { ContractBody } from '../../contract-body.ts';
import { contractKeyOf } from '../drafting/record-rows.ts';
import type { DraftRow } from '../drafting/drafts-store.ts';
import { readUnits } from '../drafting/text-store.ts';
import { listFields } from '../service.ts';
import { contractPdf, type ContractPaper } from './contract-paper.ts';

/** Those that a contract is put before; who they will be is not known when it is approved. */
const capacities = ['candidate', 'mayor', 'council', 'organisation'] as const;

interface Text {
  draft: DraftRow;
  body: ContractBody;
  /** As the cover names it. */
  version: string;
  madeAt: Date;
  isForSignature: boolean;
}

/** What a contract says at one moment, as PDF in one language. */
export async function textPdf(
  app: App,
  { draft, body, version, madeAt, isForSignature }: Text,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const [fields, units] = await Promise.all([listFields(app), readUnits(app.db, draft.municipalityId)]);
  const fieldNames = new Map(fields.map(({ key, name }) => [key, name]));
  const unitNames = new Map(units.map(({ key, name }) => [key, name]));
  const paper: ContractPaper = {
    municipality: draft.municipalityName,
    mandate: draft.mandate.replace('-', '–'),
    organisation: pickText(draft.organisationName, language),
    network: t('site.tagline'),
    version,
    date: dayOf(madeAt),
    isForSignature,
    bindingLanguage: body.bindingLanguage,
    priorities: body.priorities.map((priority, index) => ({
      ...priority,
      number: String(index + 1),
      field: fieldNames.get(priority.field ?? '') ?? {},
      coverage: priority.coverage ?? 'municipality',
      places: priority.places.map(({ unit, locality }) => ({ unit: unitNames.get(unit) ?? unit, locality })),
      components: priority.components.map((component) => ({ ...component, due: component.due ?? undefined })),
    })),
    signatories: capacities.map((capacity) => ({
      capacity: t(`signatory.${capacity}`),
      name: capacity === 'organisation' ? pickText(draft.organisationName, language) : undefined,
    })),
    address: `${app.config.publicUrl}/${language}/contracts/${contractKeyOf(draft)}`,
  };
  return contractPdf(app, paper, language);
}
