/** A stream of numbers in [0, 1) that is the same in every run (a linear congruential generator; Park and Miller 1988). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/**
 * Runs a piece of work again and again.
 * @param seconds how long, after a tenth of it as warm-up
 * @returns runs a second
 */
export function rate(work: () => void, seconds: number): number {
  runFor(work, seconds / 10)
  const { runs, elapsed } = runFor(work, seconds)
  return (runs / elapsed) * 1000
}

function runFor(work: () => void, seconds: number): { runs: number; elapsed: number } {
  const start = performance.now()
  let runs = 0
  let elapsed = 0
  while (elapsed < seconds * 1000) {
    work()
    runs += 1
    elapsed = performance.now() - start
  }
  return { runs, elapsed }
}

/** A table in plain text, the first column to the left and the others to the right. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  console.log(`\n${title}\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`)
  for (const row of rows) console.log(line(row))
}

/** Three digits that count: 1234 as 1230, 12.34 as 12.3. */
export function threeDigits(value: number): string {
  return String(Number(value.toPrecision(3)))
}
