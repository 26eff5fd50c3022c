const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const decoded = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What a person might type where nothing stands, so that a form is not refused for what it lacks. */
function typed(type: string, name: string): string {
  if (type === 'date') return '2027-01-01';
  if (type === 'time') return '17:00';
  if (type === 'email') return 'someone@example.org';
  if (type === 'number' || /numeric/.test(type)) return '1';
  return `${name} of a test`;
}

/**
 * The fields of the form on a page that an action belongs to, with what stands in them; empty ones are filled in.
 * @param action as in the form's address, e.g. `?/save`; '' for a page's only one
 */
export function fieldsOfForm(html: string, action: string): URLSearchParams | undefined {
  for (const [form = ''] of html.matchAll(/<form[\s\S]*?<\/form>/g)) {
    const open = /<form[^>]*>/.exec(form)?.[0] ?? '';
    const isIt =
      action === ''
        ? attribute(open, 'method') === 'post' && !form.includes('?/')
        : [attribute(open, 'action') ?? '', ...formActions(form)].some((one) => one.endsWith(action));
    if (isIt) return readFields(form, action);
  }
  return undefined;
}

function formActions(form: string): string[] {
  return [...form.matchAll(/<button[^>]*>/g)].map(([tag]) => attribute(tag, 'formaction') ?? '');
}

function readFields(form: string, action: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<(?:input|button)\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (name === undefined || type === 'file') continue;
    if (tag.startsWith('<button') && !(attribute(tag, 'formaction') ?? action).endsWith(action)) continue;
    if (type === 'radio' && fields.has(name)) continue;
    const kind = attribute(tag, 'inputmode') === 'numeric' ? 'numeric' : type;
    const value = decoded(attribute(tag, 'value') ?? '');
    fields.append(name, value === '' ? typed(kind, name) : value);
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, 'name');
    if (name !== undefined) fields.append(name, decoded(text) || typed('text', name));
  }
  for (const [, tag = '', options = ''] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
    const name = attribute(tag, 'name');
    const values = [...options.matchAll(/<option[^>]*>/g)].map(
      ([option]) => attribute(option, 'value') ?? '',
    );
    if (name !== undefined) fields.append(name, values.find((value) => value !== '') ?? '');
  }
  return fields;
}
