/** Ids of what describes a field, for its aria-describedby; undefined where nothing does. */
export function describedBy(id: string, parts: { hint?: unknown; error?: unknown }): string | undefined {
  const ids = [...(parts.hint ? [`${id}-hint`] : []), ...(parts.error ? [`${id}-error`] : [])];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** What every field has. */
export interface FieldProps {
  id: string;
  name: string;
  label: string;
  /** The label's language, where it isn't the page's. */
  labelLang?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
}

export interface Option {
  value: string;
  label: string;
  /** The label's language, where it isn't the page's. */
  lang?: string | undefined;
  hint?: string | undefined;
}
