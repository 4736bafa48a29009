import type { Question } from '../content/schema.ts'

/** The forms of a check. They are parallel: as many questions, of the same kind and objective, at each place. */
export type CheckForm = 'a' | 'b'

/**
 * What was given to one question, by its kind. `single`: id of an option. `multiple`: ids of options. `order`: ids of the
 * steps, first step first. `match`: id of the left text -> id of the pair whose right text was chosen. `number`: as typed.
 */
export type GivenAnswer = string | readonly string[] | Readonly<Record<string, string>>

/** Question id -> what was given. A question that is missing was left blank. */
export type GivenAnswers = Readonly<Record<string, GivenAnswer>>

/** One option, step or pair of a question, with its own feedback in the pack under the same id. */
export type MarkedPart = {
  id: string
  /** An option: it was chosen. A step or a pair: it was given a place. */
  chosen: boolean
  /** An option: choosing it is right exactly when the pack says so. A step: it stands in its place. A pair: both texts belong together. */
  right: boolean
}

export type MarkedQuestion = {
  id: string
  kind: Question['kind']
  /** False when nothing was given. */
  answered: boolean
  /** Every part of it is right; a blank one never is. */
  right: boolean
  /** One for each option, step or pair, as the pack lists them; none for a number. */
  parts: MarkedPart[]
}

export type MarkedCheck = {
  questions: MarkedQuestion[]
  /** Number of questions right. */
  right: number
  /** Share of the questions that are right, 0 to 1; 0 for a form without questions. */
  score: number
}

/**
 * Marks a form. A question is right or it is not: nothing is right in part, so that forms A and B compare.
 * Ids that the form does not know are passed over.
 */
export function markAnswers(questions: readonly Question[], answers: GivenAnswers): MarkedCheck {
  const marked = questions.map((question) => markQuestion(question, own(answers, question.id)))
  const right = marked.filter((question) => question.right).length
  return { questions: marked, right, score: marked.length === 0 ? 0 : right / marked.length }
}

/** Marks one question; `given` left out is a blank. */
export function markQuestion(question: Question, given: GivenAnswer | undefined): MarkedQuestion {
  const { id, kind } = question
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const chosen = question.options.filter((option) => listOf(given).includes(option.id))
      const parts = question.options.map((option) => ({
        id: option.id,
        chosen: chosen.includes(option),
        right: chosen.includes(option) === option.right,
      }))
      const answered = chosen.length > 0
      return { id, kind, answered, right: answered && parts.every((part) => part.right), parts }
    }
    case 'order': {
      const order = listOf(given)
      const parts = question.steps.map((step, place) => ({
        id: step.id,
        chosen: order.includes(step.id),
        right: order[place] === step.id,
      }))
      const right = order.length === parts.length && parts.every((part) => part.right)
      return { id, kind, answered: parts.some((part) => part.chosen), right, parts }
    }
    case 'match': {
      const places = typeof given === 'object' && !Array.isArray(given) ? (given as Record<string, string>) : {}
      const parts = question.pairs.map((pair) => {
        const to = own(places, pair.id)
        return { id: pair.id, chosen: to !== undefined && to !== '', right: to === pair.id }
      })
      return {
        id,
        kind,
        answered: parts.some((part) => part.chosen),
        right: parts.every((part) => part.right),
        parts,
      }
    }
    case 'number': {
      const typed = typeof given === 'string' ? given.trim() : ''
      const value = readNumber(typed)
      // Half a millionth absorbs what binary fractions lose: 0.3 lies within 0.1 of 0.2.
      const right = value !== undefined && Math.abs(value - question.answer) <= question.tolerance + 5e-7
      return { id, kind, answered: typed !== '', right, parts: [] }
    }
  }
}

/**
 * A number as people type it in English or French: "1.5", "1,5", "12 000", "1 200,50", "−3", "40 %". Undefined for anything
 * else, also for a sign that groups thousands by comma or point ("12,000" is read as twelve): spaces group, as in Canada.
 */
export function readNumber(typed: string): number | undefined {
  const plain = typed
    .trim()
    .replace(/\s*[%$]$/u, '')
    .replace(/^\$\s*/u, '')
    .replace(/^[−–]/u, '-')
    .replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/gu, '')
    .replace(',', '.')
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

/** Ids of what a question shows, as the pack lists them: its options, its steps, or the right texts of its pairs. */
function listedIds(question: Question): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ id }) => id)
    case 'order':
      return question.steps.map(({ id }) => id)
    case 'match':
      return question.pairs.map(({ id }) => id)
    case 'number':
      return []
  }
}

/**
 * The order in which steps (`order`) or right texts (`match`) are shown: mixed, the same for the same seed, and never the right
 * order itself. Options of choices stay as their author wrote them; a number shows none.
 *
 * @param seed anything that stays the same from the page to its answer: an enrolment's id, an item's id
 * @returns ids of the steps or of the pairs
 */
export function shownOrder(question: Question, seed: string): string[] {
  const ids = listedIds(question)
  if (question.kind !== 'order' && question.kind !== 'match') return ids
  const next = randomBySeed(`${seed} ${question.id}`)
  const mixed = [...ids]
  // Fisher and Yates' shuffle, in Durstenfeld's form.
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const held = mixed[i] as string
    mixed[i] = mixed[j] as string
    mixed[j] = held
  }
  const [first] = mixed
  return first !== undefined && mixed.every((id, place) => id === ids[place]) ? [...mixed.slice(1), first] : mixed
}

/**
 * Which form a learner gets when. Crosswise: whoever has A before the course has B after it, so that the same questions are
 * never met twice and a difference between the forms falls out over all learners.
 */
export function formFor(arm: 'a-first' | 'b-first', time: 'pre' | 'post'): CheckForm {
  return (arm === 'a-first') === (time === 'pre') ? 'a' : 'b'
}

/** Name of the form field of a question; of one of its steps or pairs, when `part` is given. */
export function answerField(questionId: string, part?: string): string {
  return part === undefined ? `q.${questionId}` : `q.${questionId}.${part}`
}

/**
 * Reads what was posted. `single` and `number` send one value, `multiple` one for each option chosen; `order` sends the place of
 * each step ("1" for the first), `match` the id of the pair chosen for each left text.
 *
 * @param valuesOf all values that were posted under a field's name; none: an empty list
 * @returns only the questions that were answered
 */
export function answersFromForm(
  questions: readonly Question[],
  valuesOf: (field: string) => readonly string[],
): Record<string, GivenAnswer> {
  const answers: Record<string, GivenAnswer> = {}
  for (const question of questions) {
    const given = answerFromForm(question, valuesOf)
    if (given !== undefined) answers[question.id] = given
  }
  return answers
}

function answerFromForm(question: Question, valuesOf: (field: string) => readonly string[]): GivenAnswer | undefined {
  const ids = listedIds(question)
  const first = (part?: string) => valuesOf(answerField(question.id, part))[0]?.trim() ?? ''
  switch (question.kind) {
    case 'number':
      return first() === '' ? undefined : first()
    case 'single':
      return ids.includes(first()) ? first() : undefined
    case 'multiple': {
      const chosen = valuesOf(answerField(question.id)).filter((id) => ids.includes(id))
      return chosen.length === 0 ? undefined : [...new Set(chosen)]
    }
    case 'order': {
      // Of two steps with the same place the second has none, so that the question is not right.
      const order = ids.map((_, index) => ids.find((id) => first(id) === String(index + 1)) ?? '')
      return order.every((id) => id === '') ? undefined : order
    }
    case 'match': {
      const entries = ids.map((id) => [id, first(id)] as const).filter(([, to]) => ids.includes(to))
      return entries.length === 0 ? undefined : Object.fromEntries(entries)
    }
  }
}

function listOf(given: GivenAnswer | undefined): readonly string[] {
  if (typeof given === 'string') return given === '' ? [] : [given]
  return Array.isArray(given) ? given : []
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** Mulberry32 over an FNV-1a hash of the seed: small, the same everywhere, and good enough to mix a handful of lines. */
function randomBySeed(seed: string): () => number {
  let state = 0x811c9dc5
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
