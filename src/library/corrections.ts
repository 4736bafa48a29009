/** Slips that a word may hold to be taken for another: one, in a long word two. */
const slipsAllowed = (word: string) => (word.length < 8 ? 1 : 2)

/**
 * The word that was probably meant.
 *
 * @param typed folded
 * @param candidates words that occur, each with the number of texts it stands in
 * @returns the one with the fewest slips, of those the most frequent; undefined when none is close enough
 */
export function closestWord<Candidate extends { word: string; entries: number }>(
  typed: string,
  candidates: readonly Candidate[],
): Candidate | undefined {
  return candidates
    .map((candidate) => ({ candidate, slips: slipsBetween(typed, candidate.word) }))
    .filter(({ slips }) => slips <= slipsAllowed(typed))
    .sort(
      (a, b) =>
        a.slips - b.slips ||
        b.candidate.entries - a.candidate.entries ||
        (a.candidate.word < b.candidate.word ? -1 : 1),
    )[0]?.candidate
}

/**
 * How many slips make one word of another: a letter left out, added, changed, or swapped with the next one
 * (optimal string alignment distance).
 */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (same ? 0 : 1),
          ...(swapped ? [(before[j - 2] ?? 0) + 1] : []),
        ),
      )
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
