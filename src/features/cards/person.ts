/** What a card says of who filled it in: enough to compare groups, too little to find a person. */
export const sexes = ['women', 'men'] as const;
export const ageBands = ['under-18', '18-29', '30-44', '45-64', '65-plus'] as const;

export type Sex = (typeof sexes)[number];
export type AgeBand = (typeof ageBands)[number];
