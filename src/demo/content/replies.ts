/** What a town hall writes of one part of the draft, with the translation that the editor adds. */
interface Answered {
  /** 'overall', or a priority's place in the contract. */
  part: string;
  answer: string;
  translation: string;
  action?: { statement: string; translation: string; days: number };
}

/** A code that the reply changes, decided by somebody who coded it not. */
export interface ChangedCode {
  component: string;
  code: 'complete';
  rationale: { sq: string; en: string };
  reason: { sq: string; en: string };
  /** What it rests on, by the ids of the content. */
  evidence: readonly string[];
}

export interface DemoReply {
  answers: readonly Answered[];
  changed?: ChangedCode;
}

/** The town hall's reply in each year that is published by the demonstration's work. */
export const replies = {
  '2024-2025': {
    answers: [
      {
        part: 'overall',
        answer:
          'Bashkia e lexoi vlerësimin me drejtoritë. Pranojmë se për shkollat dhe peshkimin u bë pak; buxheti i vitit që vjen i ka të dyja.',
        translation:
          'The municipality read the assessment with its directorates. We accept that little was done for schools and fishing; next year’s budget has both.',
      },
      {
        part: '7',
        answer: 'Për molin duhet leja e autoritetit portual, që e kërkuam në maj dhe e presim ende.',
        translation:
          'The pier needs a permit of the port authority, which we asked for in May and still await.',
      },
      {
        part: '13',
        answer:
          'Tri hyrjet që mungojnë u mbaruan në korrik. Po dorëzojmë aktet e marrjes në dorëzim dhe i ftojmë monitoruesit t’i shohin.',
        translation:
          'The three entrances that are missing were finished in July. We hand in their acceptance records and invite the monitors to see them.',
        action: {
          statement: 'Shenjat në Brail në hyrjen e bashkisë',
          translation: 'Braille signs at the town hall’s entrance',
          days: 180,
        },
      },
    ],
    changed: {
      component: 'ullimare-2023-13/1',
      code: 'complete',
      rationale: {
        sq: 'Të 6 ndërtesat kanë hyrje të aksesueshme; tri të fundit u panë pas përgjigjes',
        en: 'All 6 buildings have an accessible entrance; the last three were seen after the reply',
      },
      reason: {
        sq: 'Përgjigjja solli aktet e tri hyrjeve që u mbaruan në korrik, pas vizitës së parë; monitoruesit i panë vetë në janar.',
        en: 'The reply brought the records of three entrances finished in July, after the first visit; monitors saw them for themselves in January.',
      },
      evidence: ['ullimare-2023-13/1/2024-2025/1', 'ullimare-2023-13/1/2024-2025/2'],
    },
  },
  '2025-2026': {
    answers: [
      {
        part: 'overall',
        answer:
          'Bashkia falënderon organizatën për punën. Për pesë prioritete puna vazhdon dhe do të mbyllet me buxhetin e vitit të ardhshëm.',
        translation:
          'The municipality thanks the organisation for its work. On five priorities the work goes on and will be closed with next year’s budget.',
      },
      {
        part: '1',
        answer: 'Rrugët e mbetura janë në tender; kontrata nënshkruhet këtë vit.',
        translation: 'The streets that are left are in a tender; the contract will be signed this year.',
        action: {
          statement: 'Shtrimi i rrugëve të mbetura',
          translation: 'Paving the streets that are left',
          days: 120,
        },
      },
      {
        part: '12',
        answer:
          'Nuk pajtohemi: në pranverë qendra mbajti tri kurse falas, siç tregojnë listat e pjesëmarrësve.',
        translation:
          'We do not agree: in spring the centre held three free courses, as the lists of participants show.',
      },
    ],
  },
} as const satisfies Readonly<Record<string, DemoReply>>;
