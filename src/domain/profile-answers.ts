import { type AnswerProblem, problem, shown } from './answer-problems.ts'
import type { Profile } from './answers.ts'
import type { EnginePack } from './engine-pack.ts'

/**
 * Checks profile answers (a profile file, or `profile` in an answers file): question id -> option id, or a list where several may
 * be chosen. Null and an empty text or list mean skipped.
 * @param path put before the question in a problem's column
 */
export function readProfile(
  pack: Pick<EnginePack, 'profile'>,
  value: unknown,
  path = '',
): { ok: true; profile: Profile } | { ok: false; problems: AnswerProblem[] } {
  if (!isObject(value))
    return { ok: false, problems: [problem('wrong-type', { column: path || 'profile' }, shown(value))] }
  const problems: AnswerProblem[] = []
  const profile: Profile = {}
  for (const [id, answer] of Object.entries(value)) {
    const column = path ? `${path}.${id}` : id
    const question = pack.profile.find((one) => one.id === id)
    if (!question) {
      const known = pack.profile.map((one) => one.id)
      problems.push(problem('unknown-question', { column }, id, known))
      continue
    }
    if (answer === null || answer === '') continue
    const picked: unknown[] = Array.isArray(answer) ? answer : [answer]
    const options = question.options.map((option) => option.id)
    for (const option of picked) {
      if (typeof option !== 'string') problems.push(problem('wrong-type', { column }, shown(option), options))
      else if (!options.includes(option)) problems.push(problem('unknown-option', { column }, option, options))
    }
    if (!question.several && picked.length > 1)
      problems.push(problem('one-option-only', { column }, shown(answer), options))
    const texts = [...new Set(picked.filter((option) => typeof option === 'string'))]
    const [first] = texts
    if (first !== undefined) profile[id] = question.several ? texts : first
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, profile }
}

/** A JSON object: not null, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
