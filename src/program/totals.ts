import { type Stage, stages } from '../domain/stages.ts'
import { type Suppressed, suppressSmallCells } from '../domain/suppression.ts'
import { asService } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { countStagesAt } from './totals-store.ts'

/**
 * What a funder may know of where communities stand: counts as of the beginning of the half-year, small ones withheld (Method 4.12).
 * A funder sees no community, so the service counts, and only what is above the threshold leaves this function.
 */
export async function funderTotals(db: Db, now: Date): Promise<{ countedAt: Date; shown: Suppressed<Stage> }> {
  const countedAt = halfYear(now)
  const counts = await asService(db, (tx) => countStagesAt(tx, countedAt))
  const cells = Object.fromEntries(
    stages.map((stage) => [stage, counts.find((one) => one.stage === stage)?.n ?? 0]),
  ) as Record<Stage, number>
  return { countedAt, shown: suppressSmallCells(cells) }
}

/** The beginning of the half-year: figures that leave the program stand still in between (Method 4.12). */
function halfYear(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() < 6 ? 0 : 6, 1))
}
