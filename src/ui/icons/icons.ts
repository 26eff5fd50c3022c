/** Plain strokes on a 24 x 24 grid. */
export const icons = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L21 21',
  menu: 'M3 6h18M3 12h18M3 18h18',
  close: 'M5 5l14 14M19 5L5 19',
  download: 'M12 3v12M7 10.5l5 5l5-5M4 20.5h16',
  next: 'M4 12h16M14 6l6 6l-6 6',
  previous: 'M20 12H4M10 6l-6 6l6 6',
  error: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7.5v6M12 16.5v.01',
} as const;

export type IconName = keyof typeof icons;
