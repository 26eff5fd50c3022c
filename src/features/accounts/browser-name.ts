const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a browser calls itself, short enough to tell one's own sessions apart: 'Firefox, Android'; '' where it says nothing. */
export function browserName(userAgent: string): string {
  const found = [browsers, systems].map((names) => names.find(([sign]) => sign.test(userAgent))?.[1]);
  return found.filter((name) => name !== undefined).join(', ');
}
