/** Signs that PostgreSQL's parser would take for letters where the database has no locale, each with a plain one in its place. */
const signs: readonly [string, string][] = [
  ['’', "'"],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['…', '.'],
  ['–', '-'],
  ['—', '-'],
  ['«', '"'],
  ['»', '"'],
  ['“', '"'],
  ['”', '"'],
]
const plainSign = new Map(signs)

/** The same text, character for character, with plain signs: a place in one is the same place in the other. */
export function evenText(text: string): string {
  return text.replaceAll(/[’\u00a0\u202f…–—«»“”]/g, (sign) => plainSign.get(sign) ?? sign)
}

/** Small letters without accents, words set apart by one space: how titles and words are compared. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
