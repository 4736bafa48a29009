/** Orders ids by code unit, never by locale, so that every machine and language gives the same order (Method 4.15). */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
