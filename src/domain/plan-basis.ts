import type { ProfileSets } from '../content/schema.ts'
import type { PlanBasis } from './action-plan-types.ts'
import type { AnswerSet, Profile } from './answers.ts'
import type { EnginePack } from './engine-pack.ts'

/** What holds when the profile is silent: 20 hours in 12 weeks, and the plan size that goes with 20 hours (Method 3). */
export const planDefaults = { hours: 20, weeks: 12, maxItems: 6, priorities: 4 } as const

/** What may be asked of a pathway, on a page, in a form and on the command line alike. */
export const planLimits = { hours: { least: 0.25, most: 2000 }, weeks: { least: 1, most: 104 } } as const

const quarterHours = 4

/** Ids of the components that have a row in the answers, an empty level included, in the order they first appear. */
export function askedComponents(answers: Pick<AnswerSet, 'rows'>): string[] {
  return [...new Set(answers.rows.map((row) => row.component))]
}

/**
 * What the profile changes in a plan (Method 3). It never changes a score.
 * Questions are read in the pack's order and a later one wins; "offline" and "text only" hold if any answer sets them.
 * @param given.answeredComponents ids of the components in the answers; they decide the form when the profile does not
 * @param given.hours whole pathway, 0 or more, cut to quarter hours; otherwise the profile's, otherwise 20. Hours other than the
 *   profile's also choose how many items a pathway may have: those of the largest size in the pack that has no more hours
 * @param given.weeks length of the pathway, a whole number from 1 on; otherwise 12
 * @throws RangeError when hours or weeks are out of range
 */
export function planBasis(
  pack: EnginePack,
  profile: Profile,
  given: { answeredComponents: readonly string[]; hours?: number; weeks?: number },
): PlanBasis {
  const sets = mergedSets(pack, profile)
  const usual = sets.hours ?? planDefaults.hours
  const hours = given.hours ?? usual
  const weeks = given.weeks ?? planDefaults.weeks
  if (!Number.isFinite(hours) || hours < 0) throw new RangeError(`hours must be 0 or more, not ${hours}`)
  if (!Number.isInteger(weeks) || weeks < 1)
    throw new RangeError(`weeks must be a whole number from 1 on, not ${weeks}`)
  const jurisdiction = chosen(profile, 'jurisdiction')[0]
  return {
    form: sets.form ?? formOf(pack, given.answeredComponents),
    variant: sets.variant ?? pack.variants[0]?.id ?? '',
    hours: Math.floor(hours * quarterHours) / quarterHours,
    weeks,
    maxItems: (hours === usual ? undefined : itemsFor(pack, hours)) ?? sets.items ?? planDefaults.maxItems,
    priorities: sets.priorities ?? planDefaults.priorities,
    languages: sets.languages?.length ? sets.languages : [...pack.languages],
    offlineOnly: sets.offline ?? false,
    textOnly: sets.textOnly ?? false,
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    communityTypes: chosen(profile, 'communityType'),
  }
}

/** The same plan in other hours or weeks: the number of items follows the hours, as it does in `planBasis`. */
export function withTime(pack: EnginePack, basis: PlanBasis, time: { hours: number; weeks: number }): PlanBasis {
  const hours = Math.floor(time.hours * quarterHours) / quarterHours
  const maxItems = hours === basis.hours ? basis.maxItems : (itemsFor(pack, hours) ?? basis.maxItems)
  return { ...basis, hours, weeks: time.weeks, maxItems }
}

/** Items that go with so many hours: of the sizes the pack's profile offers, the largest that fits, else the smallest. */
function itemsFor(pack: EnginePack, hours: number): number | undefined {
  const sizes = pack.profile
    .flatMap(({ options }) => options.map(({ sets }) => sets))
    .flatMap((sets) => (sets.hours && sets.items ? [{ hours: sets.hours, items: sets.items }] : []))
    .sort((a, b) => a.hours - b.hours || a.items - b.items)
  return (sizes.findLast((size) => size.hours <= hours) ?? sizes[0])?.items
}

/** Short when only core components were answered and the pack has others too. */
function formOf(pack: EnginePack, answered: readonly string[]): PlanBasis['form'] {
  const core = new Set(pack.components.filter((component) => component.core).map((component) => component.id))
  const short = answered.length > 0 && core.size < pack.components.length && answered.every((id) => core.has(id))
  return short ? 'short' : 'full'
}

function mergedSets(pack: EnginePack, profile: Profile): ProfileSets {
  const merged: ProfileSets = {}
  for (const question of pack.profile) {
    const picked = chosen(profile, question.id)
    const sets = question.options.filter((option) => picked.includes(option.id)).map((option) => option.sets)
    const variants = new Set(sets.map((set) => set.variant).filter((variant) => variant !== undefined))
    for (const { variant: _, languages, offline, textOnly, ...rest } of sets) {
      Object.assign(merged, rest)
      if (languages) merged.languages = [...new Set([...(merged.languages ?? []), ...languages])]
      if (offline) merged.offline = true
      if (textOnly) merged.textOnly = true
    }
    // Answers to one question that ask for different wordings settle nothing: such a community chooses in a later question.
    const [variant] = variants
    if (variants.size === 1 && variant !== undefined) merged.variant = variant
  }
  return merged
}

function chosen(profile: Profile, question: string): string[] {
  const answer = profile[question]
  return answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer
}
