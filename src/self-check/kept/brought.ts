import type { FindContent } from '../../content/releases.ts'
import type { Pack } from '../../content/schema.ts'
import type { Now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'
import { readAnswersText, releaseNamedIn } from '../record/answers-text.ts'
import type { SelfCheckRecord } from '../record/record.ts'
import { underToday } from '../record/releases.ts'
import { readSentRecord, releaseOf } from '../record/sent-record.ts'
import { readKept } from './access.ts'
import { problemLines } from './file-problems.ts'

type Content = { pack: Pack; release: string }

/** Reads a self-check that someone brings along into a request or a journey. Nothing of it is changed where it was. */
export const readBrought = {
  /** @throws NotFoundError when the private link leads nowhere, or its time is over */
  async link(deps: { db: Db; now: Now }, token: string): Promise<SelfCheckRecord> {
    return (await readKept(deps, token)).record
  },

  /** An answers file (JSON or CSV), or the whole record as a device exports it. `lines` says in words what is wrong with it. */
  async file(
    bytes: Uint8Array,
    given: { id: string; now: Date; findContent: FindContent; today: Content; language: Language },
  ): Promise<{ ok: true; record: SelfCheckRecord } | { ok: false; lines: string[] }> {
    const { today, findContent, language } = given
    const value = jsonOf(bytes)
    const named = releaseNamedIn(bytes) ?? releaseOf(value)
    const content = (named === undefined ? undefined : await findContent(named)) ?? today
    if (typeof value === 'object' && value !== null && 'schema' in value && 'startedAt' in value) {
      const reading = readSentRecord(value, content.pack)
      if (reading.ok) return { ok: true, record: settled(reading.record, content) }
    }
    const reading = readAnswersText(content.pack, bytes, { ...given, release: content.release })
    if (reading.ok) return { ok: true, record: settled(reading.record, content) }
    return { ok: false, lines: problemLines(reading, language).lines }
  },
}

/** Answers to a release that is not published here go on under today's questions. */
function settled(record: SelfCheckRecord, content: Content): SelfCheckRecord {
  return record.release === content.release ? record : underToday(record, content)
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
