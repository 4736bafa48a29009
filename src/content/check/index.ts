import type { Loaded } from '../load.ts'
import type { ContentMessages } from '../messages.ts'
import type { Problem } from '../problems.ts'
import { checkBodies } from './bodies.ts'
import { checkCycles } from './cycles.ts'
import { checkLanguages } from './languages.ts'
import { checkReferences } from './references.ts'
import { Reporter } from './reporter.ts'
import { checkScale } from './scale.ts'
import { checkWriting } from './writing.ts'

/**
 * Everything that the schema of one file cannot see: references, scale, circles, what items hold, languages and the writers' rules.
 * A component or item that could not be read is not reported again by those that point to it.
 */
export function checkPack(loaded: Loaded, t: ContentMessages, reservedIds: readonly string[]): Problem[] {
  const report = new Reporter(t)
  checkReferences(loaded, report, reservedIds)
  checkScale(loaded, report)
  checkCycles(loaded, report)
  checkBodies(loaded, report)
  checkLanguages(loaded, report)
  checkWriting(loaded, report)
  return report.problems
}
