/** Listening sessions that the record keeps as events, with the needs that were voiced there. */
export interface Listening {
  event: string;
  municipality: string;
  unit: string;
  mandate: '2019-2023' | '2023-2027';
  channel: 'focus-group' | 'monitoring-meeting' | 'report-presentation' | 'budget-hearing' | 'forum';
  on: string;
  needs: number;
}

export const listening: readonly Listening[] = [
  {
    event: 'degjim-portevarke-2019',
    municipality: 'Bregdritë',
    unit: 'Portëvarkë',
    mandate: '2019-2023',
    channel: 'focus-group',
    on: '2019-03-14',
    needs: 6,
  },
  {
    event: 'degjim-bjeshkale-2023',
    municipality: 'Kreshmirë',
    unit: 'Bjeshkalë',
    mandate: '2023-2027',
    channel: 'focus-group',
    on: '2023-02-09',
    needs: 5,
  },
  {
    event: 'degjim-lendinale-2023',
    municipality: 'Luginzë',
    unit: 'Lëndinalë',
    mandate: '2023-2027',
    channel: 'focus-group',
    on: '2023-02-21',
    needs: 6,
  },
  {
    event: 'degjim-te-rinjte-vreshtale-2023',
    municipality: 'Vreshtalë',
    unit: 'Vreshtalë',
    mandate: '2023-2027',
    channel: 'focus-group',
    on: '2023-03-02',
    needs: 5,
  },
  {
    event: 'degjese-buxheti-luginze-2025',
    municipality: 'Luginzë',
    unit: 'Kodërvreshtë',
    mandate: '2023-2027',
    channel: 'budget-hearing',
    on: '2025-10-16',
    needs: 4,
  },
  {
    event: 'degjese-buxheti-ullimare-2024',
    municipality: 'Ullimarë',
    unit: 'Vajrinë',
    mandate: '2023-2027',
    channel: 'budget-hearing',
    on: '2024-10-22',
    needs: 4,
  },
  {
    event: 'takim-monitorimi-kripale-2024',
    municipality: 'Kripalë',
    unit: 'Moçalë',
    mandate: '2023-2027',
    channel: 'monitoring-meeting',
    on: '2024-05-15',
    needs: 4,
  },
  {
    event: 'prezantim-bregdrite-2026',
    municipality: 'Bregdritë',
    unit: 'Bregdritë',
    mandate: '2023-2027',
    channel: 'report-presentation',
    on: '2026-02-05',
    needs: 4,
  },
  {
    event: 'forum-luginze-2023',
    municipality: 'Luginzë',
    unit: 'Luginzë',
    mandate: '2023-2027',
    channel: 'forum',
    on: '2023-05-04',
    needs: 3,
  },
];
