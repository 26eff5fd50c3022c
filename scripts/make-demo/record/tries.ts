import type { Pair } from '../text.ts';

export interface TryPlan {
  experience: string;
  municipality: string;
  state: 'wants' | 'tried';
  outcome?: 'worked' | 'partly' | 'did-not-work';
  on: string;
  /** Whose way it took over; left out: that of the experience itself. */
  learnedFrom?: string;
  statement: Pair;
}

export const tries: readonly TryPlan[] = [
  {
    experience: 'ditari-i-ujit',
    municipality: 'Gurëvalë',
    state: 'wants',
    on: '2024-09-18',
    statement: [
      'Duam ta provojmë në dy fshatra ku uji vjen tre herë në javë.',
      'We want to try it in two villages where water comes three times a week.',
    ],
  },
  {
    experience: 'ditari-i-ujit',
    municipality: 'Gurëvalë',
    state: 'tried',
    outcome: 'worked',
    on: '2025-03-12',
    statement: [
      'Tetë familje e mbajtën ditarin dy javë. Ndërmarrja e ujit e pranoi si provë dhe ndreqi dy valvula.',
      'Eight households kept the diary for two weeks. The water company accepted it as proof and repaired two valves.',
    ],
  },
  {
    experience: 'ditari-i-ujit',
    municipality: 'Borëmal',
    state: 'tried',
    outcome: 'partly',
    on: '2025-10-07',
    learnedFrom: 'Gurëvalë',
    statement: [
      'Ditari u mbajt, por gjysma e fletëve nuk u kthyen. Herën tjetër i mbledhim çdo javë.',
      'The diary was kept, but half of the sheets did not come back. Next time we collect them every week.',
    ],
  },
  {
    experience: 'ditari-i-ujit',
    municipality: 'Urëzall',
    state: 'wants',
    on: '2026-02-20',
    learnedFrom: 'Borëmal',
    statement: [
      'Do ta nisim në verë, me mbledhje të fletëve çdo javë.',
      'We will begin in summer, and collect the sheets every week.',
    ],
  },
  {
    experience: 'ditari-i-ujit',
    municipality: 'Kripalë',
    state: 'tried',
    outcome: 'did-not-work',
    on: '2025-11-21',
    statement: [
      'Uji mungon rrallë te ne, prandaj ditari nuk tregoi asgjë të re.',
      'Water is rarely missing here, so the diary showed nothing new.',
    ],
  },
  {
    experience: 'tabela-e-kerkesave',
    municipality: 'Vreshtalë',
    state: 'tried',
    outcome: 'worked',
    on: '2026-04-15',
    statement: [
      'Tabela u var në hyrje të bashkisë. Në dëgjesën e dytë erdhën dyfishi i banorëve.',
      'The table hung at the entrance of the town hall. Twice as many residents came to the second hearing.',
    ],
  },
];

/** Experiences and the priorities that they belong to, by place in the contract of the mandate under way. */
export const served: readonly { experience: string; municipality: string; theme: RegExp }[] = [
  {
    experience: 'ditari-i-ujit',
    municipality: 'Ujëkthjellë',
    theme: /uj(it|i|ë) të pijshëm|ujësjell|me ujë/i,
  },
  { experience: 'rampat-e-matura', municipality: 'Ullimarë', theme: /ramp/i },
  { experience: 'bordi-i-te-rinjve', municipality: 'Bregdritë', theme: /rinj|rinor/i },
  { experience: 'kalendari-i-kanaleve', municipality: 'Kripalë', theme: /kanal/i },
  { experience: 'mbetjet-ne-sezon', municipality: 'Valëdet', theme: /mbetje/i },
  { experience: 'tabela-e-kerkesave', municipality: 'Luginzë', theme: /buxhet/i },
];
