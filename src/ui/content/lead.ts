/** What stands before the first colon, where it is short enough to be the name of what follows. */
export function splitLead(text: string): { lead: string; rest: string } {
  const end = text.indexOf(': ');
  const isName = end > 0 && text.slice(0, end).split(' ').length <= 6;
  return isName ? { lead: text.slice(0, end + 1), rest: text.slice(end + 1) } : { lead: '', rest: text };
}
