/** Gatherings: what everyone may follow of them, planning them, and a speaker's own entry. */
export const eventsTable: Readonly<Record<string, string>> = {
  'GET /[lang]/events.ics': '+ + ++ ++ ++ ++ + +',
  'GET /[lang]/events/[key]/event.ics': '+ + ++ ++ ++ ++ + +',
  'GET /[lang]/municipalities/[key]/events.ics': '+ + ++ ++ ++ ++ + +',
};
