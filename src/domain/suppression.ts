/** Communities behind a figure that is public or for a funder (Method 4.12). */
export const publicThreshold = 11

/** A table after small cells were withheld: `undefined` where a figure is not shown. */
export type Suppressed<Name extends string> = {
  cells: Record<Name, number | undefined>
  total: number | undefined
}

/**
 * Withholds small cells, zeros included, and as many more as it takes that none can be worked out from the total: the hidden cells
 * are at least two and together hold at least the threshold (Method 4.12).
 *
 * @param cells counts of one table that add up to its total
 */
export function suppressSmallCells<Name extends string>(
  cells: Record<Name, number>,
  threshold: number = publicThreshold,
): Suppressed<Name> {
  const names = Object.keys(cells) as Name[]
  const total = names.reduce((sum, name) => sum + cells[name], 0)
  const hidden = new Set(names.filter((name) => cells[name] < threshold))
  const shown = () => names.filter((name) => !hidden.has(name))
  const heldBack = () => [...hidden].reduce((sum, name) => sum + cells[name], 0)
  while (hidden.size > 0 && (hidden.size < 2 || heldBack() < threshold) && shown().length > 0) {
    const [next] = shown().toSorted((a, b) => cells[a] - cells[b])
    if (next !== undefined) hidden.add(next)
  }
  // When even all cells together are few, or a single cell is the whole table, the total says what was hidden.
  const telling = total < threshold || (hidden.size > 0 && (hidden.size < 2 || heldBack() < threshold))
  return {
    cells: Object.fromEntries(names.map((name) => [name, hidden.has(name) ? undefined : cells[name]])) as Record<
      Name,
      number | undefined
    >,
    total: telling ? undefined : total,
  }
}
