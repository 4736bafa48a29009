import { z } from 'zod'
import type { ItemBody } from './body-schema.ts'

/** Ids are chosen once and never reused: lower-case words joined by hyphens. */
export const IdSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
const Id = IdSchema
const Line = z.string().trim().min(1, 'must not be empty')
const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-11-24')

/** A text in every language of the pack. English and French are always there; more are added by adding keys. */
export const TextSchema = z.object({ en: Line, fr: Line }).catchall(Line)
export type Text = z.infer<typeof TextSchema>

const LevelSchema = z.strictObject({
  level: z.int().min(0),
  name: TextSchema,
  meaning: TextSchema,
  /** At this level the work hangs on a single person: a plan that starts here says so. */
  restsOnOnePerson: z.boolean().optional(),
})

const VariantSchema = z.strictObject({
  id: Id,
  name: TextSchema,
  /**
   * The wording of communities that govern themselves: they may set any component aside without giving a reason, and items
   * made for Indigenous governments are planned for them (Method 3).
   */
  ownGovernment: z.boolean().optional(),
})

/** One way of looking at a component. The first facet of a pack carries wanted level and importance and decides scope. */
const FacetSchema = z.strictObject({
  id: Id,
  name: TextSchema,
  /** One line for the reader: what this facet looks at. */
  meaning: TextSchema,
  /** The prompt above the descriptors. */
  prompt: TextSchema,
  levels: z.array(LevelSchema).min(2).max(9),
})

/** Provisional spread figures for measured change (Method 4.8), in level units of the pack's scale. */
const CalibrationSchema = z.strictObject({
  sd: z.number().positive(),
  r: z.number().min(0).max(1),
  sW: z.number().positive(),
  n: z.int().min(0),
  date: IsoDate,
  provisional: z.boolean(),
})

/** `pack.yaml` */
export const PackFileSchema = z.strictObject({
  id: Id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must look like 1.0.0'),
  name: TextSchema,
  summary: TextSchema,
  licence: Line,
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]+)*$/, 'must be a language code like en or iu-Cans'))
    .min(2),
  /** Wording variants; the first is the default. */
  variants: z.array(VariantSchema).min(1),
  facets: z.array(FacetSchema).min(1).max(3),
  calibration: CalibrationSchema,
  /** What the report and the method page must say about how far the content has been tested. */
  caution: TextSchema,
})

/** `characteristics.yaml`: what the framework serves. */
export const CharacteristicSchema = z.strictObject({
  id: z.string().regex(/^[A-Z][0-9]+$/, 'must be a capital letter with a number, like C1'),
  name: TextSchema,
  text: TextSchema,
})

/** `domains.yaml` */
export const DomainSchema = z.strictObject({
  id: Id,
  name: TextSchema,
  definition: TextSchema,
  serves: z.array(z.string()),
  /** Its components in the order of the questionnaire; each has a file in `diagnostic/<domain>/`. */
  components: z.array(Id).min(1),
})

const DescriptorSchema = z.strictObject({ level: z.int().min(0), text: TextSchema })
/** facet id -> one descriptor for each level of the scale, in order */
const RubricsSchema = z.record(Id, z.array(DescriptorSchema))

/** A suggested action that takes practice to level `to` (from the one below). */
const StepSchema = z.strictObject({
  to: z.int().min(1),
  action: TextSchema,
  /** Staff hours the action is likely to take. */
  hours: z.number().positive(),
  /** The same step for a place with very little money or time. */
  lowCost: TextSchema,
})

/** `diagnostic/<domain>/<component>.yaml` */
export const ComponentSchema = z.strictObject({
  id: Id,
  rubricVersion: z.int().min(1),
  /** In the short form. */
  core: z.boolean(),
  name: TextSchema,
  definition: TextSchema,
  serves: z.array(z.string()).min(1),
  enables: z.array(Id),
  why: TextSchema,
  /** What would show the level: documents, habits, records. */
  evidence: z.array(TextSchema).min(1),
  examples: z.strictObject({ hamlet: TextSchema, city: TextSchema }),
  probes: z.array(TextSchema).min(2),
  /** Shown as a mark on the page until people with authority have reviewed the texts. */
  review: z.enum(['draft-for-review', 'reviewed']).default('reviewed'),
  rubrics: RubricsSchema,
  /** Other wordings, by variant id; a facet left out keeps the default wording. */
  variants: z.record(Id, z.strictObject({ definition: TextSchema.optional(), rubrics: RubricsSchema })).default({}),
  /** One suggested action for each step of the first facet, to = 1, 2, … top level. */
  steps: z.array(StepSchema),
})

const LiftSchema = z.strictObject({
  component: Id,
  facet: Id,
  /** Levels gained by the community (planning assumption). */
  lift: z.number().positive(),
  /** The item brings nobody above this level. */
  ceiling: z.number().positive(),
})

export const itemKinds = ['course-basic', 'course-advanced', 'guideline', 'template', 'coaching'] as const
export type ItemKind = (typeof itemKinds)[number]

/** `catalogue/<id>/item.yaml` (Method 2.6) */
export const ItemSchema = z.strictObject({
  id: Id,
  kind: z.enum(itemKinds),
  title: TextSchema,
  summary: TextSchema,
  hours: z.number().positive().multipleOf(0.25),
  lifts: z.array(LiftSchema).min(1),
  /** What the learner can do afterwards, tied to a level descriptor. */
  objectives: z.array(z.strictObject({ text: TextSchema, component: Id, facet: Id, level: z.int().min(1) })).min(1),
  prerequisites: z.array(Id).default([]),
  /** Items of one group hold the same content in another language or bandwidth: at most one is planned. */
  variantGroup: Id.optional(),
  languages: z.array(z.string()).min(1),
  /** Usable without a connection once downloaded or printed. */
  offline: z.boolean(),
  audience: z.array(z.enum(['everyone', 'leaders', 'staff', 'technical', 'partners', 'indigenous-government'])).min(1),
  lastReviewed: IsoDate,
  licence: Line,
})

/** What choosing an option of the profile changes. It never changes scores. */
const SetsSchema = z.strictObject({
  form: z.enum(['short', 'full']).optional(),
  variant: Id.optional(),
  hours: z.number().positive().optional(),
  items: z.int().positive().optional(),
  priorities: z.int().positive().optional(),
  respondents: z.tuple([z.int(), z.int()]).optional(),
  /** Keep only items that work without a connection. */
  offline: z.boolean().optional(),
  /** Documents should have a text-only version under 200 kB. */
  textOnly: z.boolean().optional(),
  /** Item languages the community works in. */
  languages: z.array(z.string()).optional(),
})

/** `profile.yaml` */
export const ProfileQuestionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z]*$/, 'must be letters in camel case, like staffFte'),
  label: TextSchema,
  /** Why it is asked, in one sentence; shown under the label. */
  why: TextSchema,
  /** Asked in the self-check (a few), or only at intake of the assisted service. */
  selfCheck: z.boolean(),
  several: z.boolean().default(false),
  options: z.array(z.strictObject({ id: z.string(), label: TextSchema, sets: SetsSchema.default({}) })).min(2),
})

const GuideBlockSchema = z.strictObject({
  id: Id,
  title: TextSchema,
  minutes: z.int().positive(),
  /** What to do or say in this block. */
  note: TextSchema,
  questions: z.array(TextSchema).min(1),
  probes: z.array(TextSchema),
  /** Components this block can be tagged with. */
  tags: z.array(Id),
})

/** `guides/interview.yaml`, `guides/validation.yaml` */
export const GuideSchema = z.strictObject({
  id: Id,
  title: TextSchema,
  intro: TextSchema,
  blocks: z.array(GuideBlockSchema).min(1),
})

/** `report-texts.yaml`: sentences of the report by level and by change of level. */
export const ReportTextsSchema = z.strictObject({
  /** What it means to be at a level. */
  levels: z.array(z.strictObject({ facet: Id, level: z.int().min(0), text: TextSchema })),
  /** What the next level looks like: one text for each facet and step from -> from + 1. */
  changes: z.array(z.strictObject({ facet: Id, from: z.int().min(0), to: z.int().min(1), text: TextSchema })),
})

/** `duties.yaml`: legal duties, each with its source and the day it was checked. Never guessed. */
export const DutySchema = z.strictObject({
  id: Id,
  component: Id,
  /** Option ids of the profile question `jurisdiction`. */
  jurisdictions: z.array(z.string()).min(1),
  /** Option ids of `communityType` the duty binds; left out: all. */
  communityTypes: z.array(z.string()).optional(),
  text: TextSchema,
  source: z.strictObject({
    title: TextSchema,
    url: z.url({ protocol: /^https?$/, error: 'must be a web address' }),
  }),
  checkedOn: IsoDate,
})

/** A whole pack in memory: all files parsed, checked and in a stable order. */
export type Pack = z.infer<typeof PackFileSchema> & {
  characteristics: z.infer<typeof CharacteristicSchema>[]
  domains: z.infer<typeof DomainSchema>[]
  /** In the order of the questionnaire: by domain, then as the domain lists them. */
  components: Component[]
  items: Item[]
  /** What is written of the items: item id -> body. An item without one has its line in the catalogue only. */
  bodies: Record<string, ItemBody>
  profile: ProfileQuestion[]
  guides: Guide[]
  reportTexts: z.infer<typeof ReportTextsSchema>
  duties: Duty[]
  /** Long texts in Markdown (`pages/<id>.<language>.md`): `about`, `method`. */
  pages: Record<string, Text>
}

export type Facet = z.infer<typeof FacetSchema>
export type Variant = Pack['variants'][number]
export type Domain = z.infer<typeof DomainSchema>
export type Characteristic = z.infer<typeof CharacteristicSchema>
/** A component knows its domain from the folder it lies in. */
export type Component = z.infer<typeof ComponentSchema> & { domain: string }
export type Item = z.infer<typeof ItemSchema>
export type Lift = z.infer<typeof LiftSchema>
export type ProfileQuestion = z.infer<typeof ProfileQuestionSchema>
export type ProfileSets = z.infer<typeof SetsSchema>
export type Guide = z.infer<typeof GuideSchema>
export type Duty = z.infer<typeof DutySchema>
export type Calibration = z.infer<typeof CalibrationSchema>

export type {
  CoachingBody,
  CourseBody,
  Figures,
  FileBody,
  GuidelineBody,
  ItemBody,
  Lesson,
  LinkBody,
  PackageBody,
  Question,
  QuestionKind,
  Source,
  TemplateBody,
  TemplateColumn,
  TemplateField,
} from './body-schema.ts'
