/** What worked elsewhere, what stood around the work, and what members ask each other. */
export const experiencesTable: Readonly<Record<string, string>> = {
  'GET /[lang]/context': '+ + ++ ++ ++ ++ + +',
  'GET /[lang]/work/context': '. x xx xx xx xx + x',
  'GET /[lang]/work/context/[id]': '. x xx xx xx xx + x',
  'GET /[lang]/work/context/new': '. x xx xx xx xx + x',
  'POST /[lang]/work/context/[id]?/draft': '. x xx xx xx xx + x',
  'POST /[lang]/work/context/[id]?/drop': '. x xx xx xx xx + x',
  'POST /[lang]/work/context/[id]?/publish': '. x xx xx xx xx + x',
  'POST /[lang]/work/context/[id]?/save': '. x xx xx xx xx + x',
  'POST /[lang]/work/context/new?/draft': '. x xx xx xx xx + x',
  'POST /[lang]/work/context/new?/save': '. x xx xx xx xx + x',
  'POST /[lang]/work/context?/correct': '. x xx xx xx xx + x',
};
