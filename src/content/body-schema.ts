import { z } from 'zod'
import { IdSchema, TextSchema } from './schema.ts'

/** A source a reader can turn to: named in words, with its year or date; an address where there is a public one. */
export const SourceSchema = z.strictObject({
  title: TextSchema,
  publisher: TextSchema,
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be a year, a month or a date like 2026-11-24'),
  url: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
})

const questionBase = {
  id: IdSchema,
  /** Place of the objective in `item.yaml` that it tests, from 0. */
  objective: z.int().min(0),
  prompt: TextSchema,
}

const OptionSchema = z.strictObject({
  id: IdSchema,
  text: TextSchema,
  right: z.boolean().default(false),
  /** Shown when it was chosen, and after sending: why it is right or what it overlooks. */
  feedback: TextSchema,
})

/** One question of a check. The check form decides nothing about a person: it shows what was learned. */
export const QuestionSchema = z.discriminatedUnion('kind', [
  /** Exactly one option is right. */
  z.strictObject({ kind: z.literal('single'), ...questionBase, options: z.array(OptionSchema).min(2).max(8) }),
  /** Any number of options is right; all of them must be found. */
  z.strictObject({ kind: z.literal('multiple'), ...questionBase, options: z.array(OptionSchema).min(2).max(8) }),
  /** `steps` stand in the right order; they are shown in another one. */
  z.strictObject({
    kind: z.literal('order'),
    ...questionBase,
    steps: z
      .array(z.strictObject({ id: IdSchema, text: TextSchema, feedback: TextSchema }))
      .min(3)
      .max(8),
  }),
  /** Each left text belongs to its right text. */
  z.strictObject({
    kind: z.literal('match'),
    ...questionBase,
    pairs: z
      .array(z.strictObject({ id: IdSchema, left: TextSchema, right: TextSchema, feedback: TextSchema }))
      .min(2)
      .max(8),
  }),
  /** A number, right within `tolerance` of `answer`. */
  z.strictObject({
    kind: z.literal('number'),
    ...questionBase,
    answer: z.number(),
    tolerance: z.number().min(0).default(0),
    unit: TextSchema.optional(),
    feedback: z.strictObject({ right: TextSchema, wrong: TextSchema }),
  }),
])

/** One lesson of a course; its text is `lessons/<id>.<language>.md`. */
export const LessonFileSchema = z.strictObject({
  id: IdSchema,
  title: TextSchema,
  minutes: z.int().min(1).max(120),
  /** The lesson ends with work of one's own: this template is filled in, from the learner's own community. */
  exercise: z.strictObject({ template: IdSchema, task: TextSchema }).optional(),
})

/** `catalogue/<id>/course.yaml` */
export const CourseFileSchema = z.strictObject({
  lessons: z.array(LessonFileSchema).min(1),
  /** Two parallel forms: as many questions, of the same kind and objective, at each place. */
  checks: z.strictObject({ a: z.array(QuestionSchema).min(1), b: z.array(QuestionSchema).min(1) }),
  furtherReading: z.array(SourceSchema).default([]),
})

/** `catalogue/<id>/guideline.yaml`; the text is `guideline.<language>.md`. */
export const GuidelineFileSchema = z.strictObject({
  /** Templates that go with it. */
  templates: z.array(IdSchema).default([]),
  furtherReading: z.array(SourceSchema).default([]),
})

const choiceSchema = z.strictObject({ id: IdSchema, text: TextSchema })

const columnSchema = z.strictObject({
  id: IdSchema,
  label: TextSchema,
  kind: z.enum(['line', 'number', 'date', 'choice']).default('line'),
  options: z.array(choiceSchema).optional(),
})

export const TemplateFieldSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['line', 'text', 'number', 'date']),
    id: IdSchema,
    label: TextSchema,
    hint: TextSchema.optional(),
  }),
  z.strictObject({
    kind: z.enum(['choice', 'choices']),
    id: IdSchema,
    label: TextSchema,
    hint: TextSchema.optional(),
    options: z.array(choiceSchema).min(2),
  }),
  /** A table that people fill in line by line; `rows` empty lines are offered at first. */
  z.strictObject({
    kind: z.literal('rows'),
    id: IdSchema,
    label: TextSchema,
    hint: TextSchema.optional(),
    columns: z.array(columnSchema).min(2).max(8),
    rows: z.int().min(1).max(40).default(8),
  }),
])

/** `catalogue/<id>/template.yaml`: one source for the page, the Word file and the spreadsheet. */
export const TemplateFileSchema = z.strictObject({
  /** What it is for and how to fill it in; two or three sentences. */
  intro: TextSchema,
  /** Files offered beside the form on the page. */
  formats: z.array(z.enum(['word', 'spreadsheet'])).min(1),
  sections: z
    .array(
      z.strictObject({
        id: IdSchema,
        title: TextSchema,
        intro: TextSchema.optional(),
        fields: z.array(TemplateFieldSchema).min(1),
      }),
    )
    .min(1),
})

/** `catalogue/<id>/coaching.yaml`: what an expert and a community do together. */
export const CoachingFileSchema = z.strictObject({
  /** What the community brings along. */
  before: z.array(TextSchema).min(1),
  blocks: z
    .array(
      z.strictObject({
        id: IdSchema,
        title: TextSchema,
        minutes: z.int().positive(),
        points: z.array(TextSchema).min(1),
      }),
    )
    .min(1),
  /** What is agreed or written down at the end. */
  after: z.array(TextSchema).min(1),
})

/** Something that stands elsewhere, or that a host added: `link.yaml` in an overlay, or made on the library's page. */
export const LinkFileSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'must be a web address' }),
  publisher: TextSchema,
})

export type Source = z.infer<typeof SourceSchema>
export type Question = z.infer<typeof QuestionSchema>
export type QuestionKind = Question['kind']
export type TemplateField = z.infer<typeof TemplateFieldSchema>
export type TemplateColumn = z.infer<typeof columnSchema>

/** Drawings of a body: name -> SVG source in each language. */
export type Figures = Record<string, z.infer<typeof TextSchema>>

/** A lesson with its text: Markdown whose top heading is level 2, figures as `![alternative text](figure:name)`. */
export type Lesson = z.infer<typeof LessonFileSchema> & { text: z.infer<typeof TextSchema> }

export type CourseBody = Omit<z.infer<typeof CourseFileSchema>, 'lessons'> & {
  kind: 'course'
  lessons: Lesson[]
  /** For whoever leads a group through it: Markdown. */
  facilitator: z.infer<typeof TextSchema>
  figures: Figures
}
export type GuidelineBody = z.infer<typeof GuidelineFileSchema> & {
  kind: 'guideline'
  /** Markdown. */
  text: z.infer<typeof TextSchema>
  figures: Figures
}
export type TemplateBody = z.infer<typeof TemplateFileSchema> & { kind: 'template' }
export type CoachingBody = z.infer<typeof CoachingFileSchema> & { kind: 'coaching' }
export type LinkBody = z.infer<typeof LinkFileSchema> & { kind: 'link' }
/** A file that a host put into its library; `file` is its id there. */
export type FileBody = { kind: 'file'; file: string; name: string; type: string; bytes: number }
/** A package made elsewhere (SCORM); `package` is its id in this installation. */
export type PackageBody = { kind: 'package'; package: string }

/** What an item holds beyond its line in the catalogue. An item without one is described and not written yet. */
export type ItemBody = CourseBody | GuidelineBody | TemplateBody | CoachingBody | LinkBody | FileBody | PackageBody
