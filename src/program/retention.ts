import { asService } from '../people/index.ts'
import type { Now } from '../platform/clock.ts'
import type { Db } from '../platform/database/connection.ts'
import { insertDeletion, readSettings, recordProgramEvent, retain } from './store.ts'

/**
 * Applies the program's retention rules once (Method 6.3), by the database's own clock, in one transaction with its certificate, so
 * that nothing goes without a trace.
 *
 * @param askedBy whose word it was: a person's name, or the rule
 * @returns how many rows went
 */
export async function runRetention(
  { db, now }: { db: Db; now: Now },
  given: { askedBy: string; reason: string; personId?: string },
): Promise<number> {
  const at = now()
  return asService(db, async (tx) => {
    const { settings } = await readSettings(tx)
    const counts = await retain(tx, { answers: settings.answersMonths, logs: settings.logsMonths })
    const gone = Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))
    const total = Object.values(gone).reduce((sum, n) => sum + n, 0)
    if (total > 0) {
      const { askedBy, reason } = given
      await insertDeletion(tx, { subject: 'retention', name: '', counts: gone, reason, deletedAt: at, askedBy })
    }
    await recordProgramEvent(tx, {
      act: 'retention.run',
      at,
      ...(given.personId ? { personId: given.personId } : {}),
      detail: { removed: total },
    })
    return total
  })
}
