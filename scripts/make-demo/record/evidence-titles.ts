import type { Pair } from '../text.ts';

export type EvidenceClass = 'E1' | 'E2' | 'E3' | 'E4' | 'E5';

/** {about} follows "për" / "on"; {day} is a date in words, {nr} a number, {u} a unit, {k} a small count. The last of E1, E2 and E4 fits works only. */
export const titles: Readonly<Record<EvidenceClass, readonly Pair[]>> = {
  E1: [
    [
      'Vendim i këshillit bashkiak nr. {nr}, {day}, për {about}',
      'Decision no. {nr} of the municipal council, {day}, on {about}',
    ],
    ['Njoftim i kontratës së lidhur për {about}, {day}', 'Notice of the contract awarded for {about}, {day}'],
    ['Raporti i zbatimit të buxhetit, zëri për {about}', 'Report on budget execution, line for {about}'],
    ['Akt i marrjes në dorëzim për {about}, {day}', 'Acceptance record for {about}, {day}'],
  ],
  E2: [
    ['Vëzhgim në terren në {u} për {about}, {day}', 'Field visit in {u} on {about}, {day}'],
    [
      'Vizitë pa njoftim në {u} për {about}, dy monitorues',
      'Unannounced visit in {u} on {about}, two monitors',
    ],
    ['Listë kontrolli e plotësuar në {u} për {about}', 'Checklist filled in at {u} on {about}'],
    [
      'Fotografi nga {u} për {about}, nga e njëjta pikë si vitin e kaluar',
      'Photographs from {u} on {about}, from the same point as the year before',
    ],
  ],
  E3: [
    ['Shkrim për {about} në {u}', 'Article on {about} in {u}'],
    ['Mendim i një eksperti të pavarur për {about}', 'Opinion of an independent expert on {about}'],
    ['Kronikë radiofonike për {about}, {day}', 'Radio report on {about}, {day}'],
  ],
  E4: [
    ['Pohime të {k} banorëve për {about}', 'Statements by {k} residents on {about}'],
    ['Takim me banorët e {gu} për {about}, {day}', 'Meeting with residents of {u} on {about}, {day}'],
    ['Fotografi të dërguara nga banorët për {about}', 'Photographs sent by residents on {about}'],
  ],
  E5: [
    ['Përgjigje me shkrim e bashkisë për {about}', 'Written answer of the municipality on {about}'],
    ['Raporti vjetor i bashkisë, pjesa për {about}', 'Yearly report of the municipality, part on {about}'],
    ['Njoftim në faqen e bashkisë për {about}, {day}', 'Notice on the municipal page on {about}, {day}'],
  ],
};

export const contradicting: readonly Pair[] = [
  ['Ankesë e {k} banorëve të {gu} për {about}', 'Complaint by {k} residents of {u} on {about}'],
  [
    'Video nga banorët e {gu} që tregon të kundërtën për {about}',
    'Video by residents of {u} that shows the contrary on {about}',
  ],
];

/** What a documented search leaves where it finds nothing: in the papers, or on the ground where works were promised. */
export const searched: Readonly<Record<'papers' | 'ground', Pair>> = {
  papers: [
    'Buxheti dhe regjistri i prokurimeve: asnjë zë për {about}',
    'Budget and procurement register: no item for {about}',
  ],
  ground: ['Vizitë në {u} për {about}: asnjë gjurmë pune', 'Visit in {u} on {about}: no trace of work'],
};

/** Invented newspapers, experts and a radio: who stands behind each of the titles of E3. */
export const thirdParties: readonly (readonly string[])[] = [
  ['Ditari i Luginzës', 'Fleta e Bregut', 'Portali "Tri Qarqet"'],
  ['Dhoma e Inxhinierëve të Krahinës', 'Instituti i Qeverisjes Vendore "Shtegu"'],
  ['Radio Kreshta', 'Radio Bregu'],
];
