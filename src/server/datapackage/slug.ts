/** Lower-case ASCII for a part of a key: 'Gurëvalë' -> 'gurevale'. '' where nothing of the name can stand in one. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
