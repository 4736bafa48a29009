/** What a browser says of itself, in as many words as a person needs to tell one device from another. */
export function deviceOf(userAgent: string): { browser: string | undefined; system: string | undefined } {
  const first = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1]
  return {
    // The order matters: most browsers also name the ones they are like.
    browser: first([
      [/Edg/, 'Edge'],
      [/OPR\//, 'Opera'],
      [/SamsungBrowser/, 'Samsung Internet'],
      [/Firefox|FxiOS/, 'Firefox'],
      [/Chrome|CriOS|Chromium/, 'Chrome'],
      [/Safari/, 'Safari'],
    ]),
    system: first([
      [/Android/, 'Android'],
      [/iPhone/, 'iPhone'],
      [/iPad/, 'iPad'],
      [/Windows/, 'Windows'],
      [/Macintosh|Mac OS X/, 'Mac'],
      [/CrOS/, 'ChromeOS'],
      [/Linux/, 'Linux'],
    ]),
  }
}
