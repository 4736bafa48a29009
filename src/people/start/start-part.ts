import type { Tx } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'

/**
 * What another room shows on the page a person starts from: a title with a few lines, or nothing. It runs in a transaction as that person. The
 * people room knows none of them: `app.ts` hands them in.
 *
 * @param given.today where the person is, `YYYY-MM-DD`
 */
export type StartPart = (
  tx: Tx,
  given: { personId: string; language: Language; today: string },
) => Promise<{ title: string; lines: { href: string; label: string; language: string; meta: string }[] } | undefined>
