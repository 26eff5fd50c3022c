/** Whether the elements of an XML document close each other, with nothing loose between the tags but text. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml.replace(/^<\?xml [^?]*\?>\n/, '');
  const tags = /<(\/?)([A-Za-z:]+)((?: [A-Za-z:]+="[^"<]*")*)(\/?)>|&(?:amp|lt|gt|quot|#39);|[^<&]+|[^]/g;
  for (const [token, closing, name = '', , empty] of rest.matchAll(tags)) {
    if (token === '<' || token === '&') return false;
    if (name === '' || empty === '/') continue;
    if (closing === '/') {
      if (open.pop() !== name) return false;
    } else open.push(name);
  }
  return open.length === 0;
}
