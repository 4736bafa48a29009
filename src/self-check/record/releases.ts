import type { Pack } from '../../content/schema.ts'
import { type ComponentAnswer, isBlank, type SelfCheckRecord } from './record.ts'

/** A pack and the hash of the release it is. */
export type Content<P = Pack> = { pack: P; release: string }

/**
 * Which content a self-check is scored with: `present`, today's; `earlier`, the release that was answered; `unknown`, today's,
 * because the release that was answered is not to be found here.
 */
export type Standing = 'present' | 'earlier' | 'unknown'

export type Scored = Content & { record: SelfCheckRecord; standing: Standing }

/**
 * Pairs a self-check with the content that its results come from: a round is scored with the release that was answered. What is
 * scored with today's content for want of that release also carries today's hash.
 *
 * @param found the content of the release that the self-check names, where it could be had
 */
export function scoredWith(record: SelfCheckRecord, today: Content, found: Content | undefined): Scored {
  if (record.release === today.release) return { ...today, record, standing: 'present' }
  if (found) return { ...found, record, standing: 'earlier' }
  return { ...today, record: underToday(record, today), standing: 'unknown' }
}

/**
 * The self-check as it goes on under today's questions. An answer that does not say which version of its descriptors it was given to
 * is marked as of unknown version, so that it is looked at again and never compared.
 */
export function underToday(record: SelfCheckRecord, today: Content<{ id: string }>): SelfCheckRecord {
  if (record.release === today.release) return record
  const answers = Object.entries(record.answers).map(([id, answer]): [string, ComponentAnswer] => [
    id,
    isBlank(answer) || answer.rubricVersion !== undefined ? answer : { ...answer, rubricVersion: null },
  ])
  return { ...record, release: today.release, pack: today.pack.id, answers: Object.fromEntries(answers) }
}

/** Whether an answer was given to other descriptors than these; it is then worth a second look. */
export function isOfOtherWording(answer: ComponentAnswer | undefined, rubricVersion: number): boolean {
  if (answer === undefined || isBlank(answer) || answer.rubricVersion === undefined) return false
  return answer.rubricVersion !== rubricVersion
}

/** Ids of the components whose descriptors have another version than the one that was answered. */
export function wordingChangedSince(
  record: SelfCheckRecord,
  components: readonly { id: string; rubricVersion: number }[],
): string[] {
  return components
    .filter(({ id, rubricVersion }) => isOfOtherWording(record.answers[id], rubricVersion))
    .map(({ id }) => id)
}
