import type { Pack } from '../../content/schema.ts'
import type { Profile } from '../../domain/answers.ts'
import type { AskingPack } from './basis.ts'
import type { Carried, ComponentAnswer, SelfCheckRecord } from './record.ts'

/**
 * The self-check with nothing in it that the pack does not know: components, facets, levels, wordings and profile options that an
 * earlier release had and this one has not are left out.
 */
export function fitted(record: SelfCheckRecord, pack: AskingPack): SelfCheckRecord {
  const { variant, carried, ...rest } = record
  const components = pack.components.map(({ id }) => id)
  const knownVariant = pack.variants.some(({ id }) => id === variant)
  return {
    ...rest,
    profile: knownProfile(pack, record.profile),
    answers: mapped(record.answers, components, (answer) => fittedAnswer(answer, pack)),
    needs: record.needs.filter((id) => components.includes(id)),
    ...(variant !== undefined && knownVariant ? { variant } : {}),
    ...(carried ? { carried: fittedCarried(carried, pack, components) } : {}),
  }
}

function fittedAnswer(answer: ComponentAnswer, pack: AskingPack): ComponentAnswer {
  const { given, reasons, wanted, ...rest } = answer
  const facets = pack.facets.map(({ id }) => id)
  const marks = Object.entries(only(given, facets)).filter(
    ([, mark]) => typeof mark !== 'number' || isLevel(mark, pack),
  )
  return {
    ...rest,
    given: Object.fromEntries(marks),
    ...(reasons === undefined ? {} : { reasons: only(reasons, facets) }),
    ...(wanted !== undefined && isLevel(wanted, pack) ? { wanted } : {}),
  }
}

function fittedCarried({ agreed, rows, ...rest }: Carried, pack: AskingPack, components: string[]): Carried {
  const facets = pack.facets.map(({ id }) => id)
  const levels = (given: Record<string, number>) =>
    Object.fromEntries(Object.entries(only(given, facets)).filter(([, level]) => isLevel(level, pack)))
  return {
    ...rest,
    ...(agreed ? { agreed: mapped(agreed, components, levels) } : {}),
    ...(rows ? { rows: mapped(rows, components, (row) => only(row, facets)) } : {}),
  }
}

/** Profile answers to questions of the pack, with options it has. */
export function knownProfile(pack: Pick<Pack, 'profile'>, given: unknown): Profile {
  const value = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>
  const profile: Profile = {}
  for (const { id, several, options } of pack.profile) {
    const picked = [value[id]].flat().filter((option) => options.some((known) => known.id === option)) as string[]
    const [first] = picked
    if (first !== undefined) profile[id] = several ? [...new Set(picked)] : first
  }
  return profile
}

function isLevel(value: number, pack: AskingPack): boolean {
  return value >= 0 && value < (pack.facets[0]?.levels.length ?? 0)
}

/** The members whose names are known. */
export function only<T>(values: Record<string, T>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
}

function mapped<T>(values: Record<string, T>, names: readonly string[], change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(only(values, names)).map(([name, value]) => [name, change(value)]))
}
