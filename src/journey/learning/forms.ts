import { z } from 'zod'
import { mostWeeks } from '../../domain/learning/board.ts'
import { type PostedForm, textIn } from '../../platform/web/posted-form.ts'

/** A number as people type it: a comma or a point for decimals. */
function numberIn(text: string): number {
  const plain = text.replaceAll(/\s/g, '').replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

const Quarters = (most: number) => z.number().min(0.25).max(most).multipleOf(0.25)
const WeekSchema = z.int().min(1).max(mostWeeks)
const HoursSchema = Quarters(200)
const WeeklySchema = Quarters(168)
const ReasonSchema = z.string().trim().min(3).max(600)
const TitleSchema = z.string().trim().min(1).max(200)

const read = <Value>(schema: z.ZodType<Value>, value: unknown): Value | undefined => schema.safeParse(value).data

/** A week of the board. */
export const weekIn = (form: PostedForm, name = 'week') => read(WeekSchema, numberIn(textIn(form, name)))

/** Hours in quarters, 200 at most. */
export const hoursIn = (form: PostedForm) => read(HoursSchema, numberIn(textIn(form, 'hours')))

/** Hours a week in quarters, from a form or an address. */
export const weeklyIn = (text: string) => read(WeeklySchema, numberIn(text))

/** Why something is done: a few words at least. */
export const reasonIn = (form: PostedForm, name: string) => read(ReasonSchema, textIn(form, name))

/** What something of the community's own is called. */
export const titleIn = (form: PostedForm) => read(TitleSchema, textIn(form, 'title'))

/** The version of the board that a form was made from; 0 when it names none. */
export const versionIn = (form: PostedForm) => read(z.int().min(1), numberIn(textIn(form, 'version'))) ?? 0
