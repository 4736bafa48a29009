import { z } from 'zod'
import type { Facet } from '../../content/schema.ts'
import { type PostedForm, textIn } from '../../platform/web/posted-form.ts'
import type { FieldError } from '../../ui/parts.tsx'
import { evidenceGrades } from './grades.ts'
import type { reviewMessages } from './messages.ts'
import type { Comment, Rating } from './review-store.ts'

type Words = (typeof reviewMessages)['en']

const Version = z.coerce.number().int().min(0).catch(0)
const Grade = z.enum(evidenceGrades).optional().catch(undefined)
const longest = 2000

/** Words of the reviewer, by the name of their field. */
export function readComment(
  form: PostedForm,
  field: string,
  part: string,
  language: string,
  t: Words,
): { comment: Comment; errors: FieldError[] } {
  const text = textIn(form, field).replaceAll('\r\n', '\n').trim()
  const version = Version.parse(textIn(form, `${field}-version`))
  const errors = text.length >= longest ? [{ field, message: t.tooLong }] : []
  return { comment: { part, text, language, version }, errors }
}

/** Own ratings and grade of a component; what is no level of the scale counts as none. */
export function readRating(form: PostedForm, component: string, facets: readonly Facet[]): Rating {
  const levels: Record<string, number> = {}
  for (const facet of facets) {
    const value = textIn(form, `${component}-${facet.id}`)
    const level = Number(value)
    if (value !== '' && facet.levels.some((one) => one.level === level)) levels[facet.id] = level
  }
  return {
    component,
    levels,
    grade: Grade.parse(textIn(form, `${component}-grade`) || undefined),
    version: Version.parse(textIn(form, `${component}-version`)),
  }
}

/** How many changes the reader had seen. */
export function changesIn(form: PostedForm): number {
  return Version.parse(textIn(form, 'changes'))
}
