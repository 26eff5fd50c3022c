import type { Blocker } from '../compose/progress.ts';
import type { Pair } from '../text.ts';

/** {about} is the matter as it follows "për" / "on"; {y} the budget year. */
export const nothingFound: readonly Pair[] = [
  [
    'Për {about} nuk u gjet asnjë hap: as në buxhet, as në terren',
    'No step was found on {about}: neither in the budget nor on the ground',
  ],
  [
    'Për {about} nuk ka vendim, zë buxheti apo kontratë',
    'There is no decision, budget line or contract for {about}',
  ],
  ['Kërkimi i dokumentuar për {about} nuk gjeti asgjë', 'A documented search on {about} found nothing'],
  ['Asgjë e re për {about} gjatë vitit', 'Nothing new on {about} during the year'],
];

export const startedWorks: readonly Pair[] = [
  [
    'Për {about} ka një zë në buxhetin {y}, por asnjë punë në terren',
    'There is a line in the {y} budget for {about}, but no work on the ground',
  ],
  [
    'Për {about} është shpallur tenderi; kontrata nuk është lidhur',
    'A tender has been called for {about}; no contract is signed',
  ],
  ['Për {about} është gati vetëm projekti', 'For {about} only a design is ready'],
];

export const startedActs: readonly Pair[] = [
  [
    'Për {about} ka vetëm një vendim të këshillit, ende pa zbatim',
    'For {about} there is only a council decision, not yet carried out',
  ],
  [
    'Për {about} është caktuar një nëpunës, pa rezultat të dukshëm',
    'An official has been put in charge of {about}, with no visible result',
  ],
  [
    'Për {about} ka një zë në buxhetin {y}, ende të papërdorur',
    'There is a line in the {y} budget for {about}, still unused',
  ],
];

export const couldNotTell: readonly Pair[] = [
  [
    'Për {about} dokumentet e kërkuara nuk u dhanë dhe vizita nuk e sqaroi',
    'On {about} the documents asked for were not given and the visit did not settle it',
  ],
  [
    'Për {about} burimet e gjetura nuk mjaftojnë për të thënë po ose jo',
    'On {about} the sources found are not enough to say yes or no',
  ],
];

export const cannotBeTested: Pair = [
  'Kontrata nuk thotë si do të matej premtimi për {about}',
  'The contract does not say how the promise on {about} would be measured',
];

export const heldOn: readonly Pair[] = [
  ['gjendja u ruajt edhe këtë vit', 'this held this year too'],
  ['e vërtetuar sërish këtë vit', 'confirmed again this year'],
];

export const fellBack: Pair = [
  'Krahasuar me një vit më parë ka hap prapa',
  'Compared with a year ago this is a step back',
];

export const blocked: Readonly<Record<Blocker, readonly Pair[]>> = {
  'national-government': [
    [
      'Vijimi varet nga miratimi i ministrisë, i kërkuar por i pamarrë',
      "The next step depends on the ministry's approval, requested but not given",
    ],
    [
      'Pjesa tjetër është kompetencë e qeverisë qendrore',
      'The rest is in the hands of the national government',
    ],
  ],
  court: [
    ['Prona është në gjykim; punimet janë pezulluar', 'Ownership is before the court; works are suspended'],
  ],
  council: [
    [
      'Këshilli bashkiak nuk e miratoi kërkesën për fonde',
      'The municipal council did not approve the request for funds',
    ],
  ],
  funds: [
    [
      'Bashkia thotë se fondet u zhvendosën për emergjencat',
      'The municipality says the funds were moved to emergencies',
    ],
    ['Donacioni i pritur nuk erdhi', 'The grant that was expected did not come'],
  ],
};

export const disputed: readonly Pair[] = [
  [
    'Banorët e kundërshtojnë një pjesë të këtij përshkrimi; pohimi i tyre është te dëshmitë',
    'Residents contest part of this account; their statement is among the evidence',
  ],
  [
    'Burimet nuk pajtohen: shih dëshmitë që kundërshtojnë',
    'The sources disagree: see the contradicting evidence',
  ],
];
