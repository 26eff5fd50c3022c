/** Registering for gatherings, and the door. Of an event that is not there everyone is told the same. */
export const registrationTable: Readonly<Record<string, string>> = {
  'GET /[lang]/events/[key]/register': '- - -- -- -- -- - -',
  'GET /[lang]/registrations/[token]': '+ + ++ ++ ++ ++ + +',
  'GET /[lang]/registrations/[token]/certificate.pdf': '- - -- -- -- -- - -',
  'GET /[lang]/work/events/[key]/door': '. - -- -- -- -- - -',
  'GET /[lang]/work/events/[key]/door/list.json': '. - -- -- -- -- - -',
  'GET /[lang]/work/events/[key]/registration': '. - -- -- -- -- - -',
  'POST /[lang]/events/[key]/register': '- - -- -- -- -- - -',
  'POST /[lang]/registrations/[token]?/cancel': '- - -- -- -- -- - -',
  'POST /[lang]/registrations/[token]?/change': '- - -- -- -- -- - -',
  'POST /[lang]/registrations/[token]?/confirm': '- - -- -- -- -- - -',
  'POST /[lang]/work/events/[key]/door/sync': '. - -- -- -- -- - -',
  'POST /[lang]/work/events/[key]/door?/step': '. - -- -- -- -- - -',
  'POST /[lang]/work/events/[key]/registration?/question': '. - -- -- -- -- - -',
  'POST /[lang]/work/events/[key]/registration?/remove': '. - -- -- -- -- - -',
  'POST /[lang]/work/events/[key]/registration?/save': '. - -- -- -- -- - -',
};
