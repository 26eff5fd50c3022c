import { parseMapping } from './derivation.ts';

/** As in the record's data: the codebook of new rounds. */
export const pop2 = {
  codes: ['none', 'initiated', 'partial', 'complete', 'no-evidence', 'not-assessable'],
  mapping: parseMapping([
    { status: 'not-assessable', when: { all: ['not-assessable'] } },
    { status: 'no-data', when: { allAssessable: ['no-evidence'] } },
    { status: 'fully', when: { allAssessable: ['complete'] } },
    { status: 'partly', when: { any: ['partial', 'complete'] } },
    { status: 'not', when: {} },
  ]),
};

/** As in the record's data: the network's own three words, one component per priority. */
export const pop2019 = {
  codes: ['fully', 'partly', 'not'],
  mapping: parseMapping([
    { status: 'fully', when: { all: ['fully'] } },
    { status: 'partly', when: { any: ['fully', 'partly'] } },
    { status: 'not', when: {} },
  ]),
};
