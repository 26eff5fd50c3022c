/** The network: its figures, members, who joins, and what they declare. */
export const networkTable: Readonly<Record<string, string>> = {
  'GET /[lang]/network': '+ + ++ ++ ++ ++ + +',
};
