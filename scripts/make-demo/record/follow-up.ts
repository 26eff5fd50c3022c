import type { Pair } from '../text.ts';

interface FollowUp {
  conclusion: string;
  /** Organisations of the record. */
  followers: readonly string[];
  due: string;
  outcomes: readonly {
    dated: string;
    statement: Pair;
    contract?: string;
    priority?: string;
    signature?: string;
    completes?: boolean;
  }[];
}

/** Who follows the conclusions of the conferences up, until when, and what came of them. */
export const followUps: readonly FollowUp[] = [
  {
    conclusion: 'konferenca-2020/1',
    followers: ['qendra-fjala-e-mbajtur'],
    due: '2021-03',
    outcomes: [
      {
        dated: '2021-03-12',
        statement: ['Urëzalli e nënshkroi kontratën.', 'Urëzall signed its contract.'],
        signature: 'urezall-2019/2',
      },
      {
        dated: '2021-06',
        statement: [
          'Gurëvala nuk e nënshkroi kontratën brenda afatit; premtimi mbetet i shënuar.',
          'Gurëvalë did not sign within the term; the promise stays on record.',
        ],
        signature: 'gurevale-2019/3',
      },
    ],
  },
  {
    conclusion: 'konferenca-2020/3',
    followers: ['qendra-fjala-e-mbajtur'],
    due: '2021',
    outcomes: [
      {
        dated: '2021-11',
        statement: [
          'Afati i përgjigjes prej 15 ditësh pune hyri te metodologjia.',
          'A term of 15 working days for replies became part of the methodology.',
        ],
        completes: true,
      },
    ],
  },
  {
    conclusion: 'konferenca-2026/1',
    followers: ['qendra-fjala-e-mbajtur', 'ura-e-zallit'],
    due: '2027-02',
    outcomes: [],
  },
  {
    conclusion: 'konferenca-2026/2',
    followers: ['ullinjte-e-paqes'],
    due: '2026-10',
    outcomes: [],
  },
  {
    conclusion: 'konferenca-2026/5',
    followers: ['ullinjte-e-paqes'],
    due: '2027-02',
    outcomes: [],
  },
];
