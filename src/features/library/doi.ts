const longest = 300;

/**
 * A DOI as people write or copy it, as its name alone, in lower case: two that differ in case alone are the same.
 * @returns undefined where it is none
 */
export function normaliseDoi(text: string): string | undefined {
  const name = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '')
    .replace(/^doi:\s*/i, '')
    .toLowerCase();
  return name.length <= longest && /^10\.\d{4,9}\/[^\s"<>]+$/.test(name) ? name : undefined;
}

export function addressOfDoi(doi: string): string {
  return `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;
}
