import type { Attempt } from './attempt-store.ts'
import type { PackageVersion } from './store.ts'

/**
 * Which version of a package a person plays: one they have begun until they are done with it, else the newest.
 *
 * @param versions the newest first, at least one
 * @param attempts the person's, the last touched first
 * @returns the version, and what to tell them about another one
 */
export function chooseVersion(
  versions: readonly PackageVersion[],
  attempts: readonly Pick<Attempt, 'versionId' | 'unit' | 'doneAt'>[],
): { version: PackageVersion; news: 'older' | 'new' | undefined } | undefined {
  const [newest] = versions
  if (newest === undefined) return undefined
  const begun = versions.find(({ id }) => id === attempts[0]?.versionId)
  if (begun === undefined || attempts.some(({ versionId }) => versionId === newest.id))
    return { version: newest, news: undefined }
  const done = attempts
    .filter(({ versionId, doneAt }) => versionId === begun.id && doneAt !== undefined)
    .map(({ unit }) => unit)
  return begun.units.every(({ id }) => done.includes(id))
    ? { version: newest, news: 'new' }
    : { version: begun, news: 'older' }
}
