/** What was found wrong in events that name nobody. */
export const corrections = [
  {
    event: 'degjese-buxheti-luginze-2025',
    version: 2,
    corrected_on: '2025-11-03',
    reason: [
      'Fleta e dytë e pjesëmarrësve nuk ishte numëruar.',
      'The second sheet of those who took part had not been counted.',
    ],
    participants: 47,
  },
] as const;
