/** What the people in a photograph say to its publication; 'nobody': nobody can be recognised in it. */
export const consents = ['given', 'nobody', 'not-given'] as const;
