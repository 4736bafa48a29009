import { z } from 'zod'
import { defaultLifts } from '../../content/default-lifts.ts'
import { type Item, type ItemKind, itemKinds, type Pack } from '../../content/schema.ts'
import { type PostedForm, textIn, textsIn } from '../../platform/web/posted-form.ts'
import type { AddedBody, AddedItem } from './store.ts'

/** What an added item leads to. */
export const sources = ['link', 'file', 'package'] as const
export type Source = (typeof sources)[number]

export const audiences = ['everyone', 'leaders', 'staff', 'technical', 'partners', 'indigenous-government'] as const

/** What was typed, kept when it cannot be accepted. */
export type ItemDraft = {
  id: string
  source: Source
  version: number
  titleEn: string
  titleFr: string
  summaryEn: string
  summaryFr: string
  kind: string
  hours: string
  components: string[]
  objectiveEn: string
  objectiveFr: string
  languages: string[]
  offline: boolean
  audience: string[]
  licence: string
  url: string
  publisherEn: string
  publisherFr: string
  package: string
}

export type ItemField = Exclude<keyof ItemDraft, 'id' | 'source' | 'version' | 'offline'> | 'file'

export function emptyDraft(id: string, source: Source): ItemDraft {
  return {
    id,
    source,
    version: 0,
    titleEn: '',
    titleFr: '',
    summaryEn: '',
    summaryFr: '',
    kind: '',
    hours: '',
    components: [],
    objectiveEn: '',
    objectiveFr: '',
    languages: [],
    offline: false,
    audience: ['everyone'],
    licence: '',
    url: '',
    publisherEn: '',
    publisherFr: '',
    package: '',
  }
}

/** The form of an item that is there. */
export function draftOf({ item, body, version }: AddedItem): ItemDraft {
  return {
    id: item.id,
    source: body.kind,
    version,
    titleEn: item.title.en,
    titleFr: item.title.fr,
    summaryEn: item.summary.en,
    summaryFr: item.summary.fr,
    kind: item.kind,
    hours: String(item.hours),
    components: [...new Set(item.lifts.map(({ component }) => component))],
    objectiveEn: item.objectives[0]?.text.en ?? '',
    objectiveFr: item.objectives[0]?.text.fr ?? '',
    languages: item.languages,
    offline: item.offline,
    audience: item.audience,
    licence: item.licence,
    url: body.kind === 'link' ? body.url : '',
    publisherEn: body.kind === 'link' ? body.publisher.en : '',
    publisherFr: body.kind === 'link' ? body.publisher.fr : '',
    package: body.kind === 'package' ? body.package : '',
  }
}

export function readDraft(form: PostedForm, id: string, source: Source): ItemDraft {
  const line = (name: string) => textIn(form, name).trim()
  return {
    id,
    source,
    version: Number(/^\d{1,9}$/.exec(line('version'))?.[0] ?? 0),
    titleEn: line('titleEn'),
    titleFr: line('titleFr'),
    summaryEn: line('summaryEn'),
    summaryFr: line('summaryFr'),
    kind: line('kind'),
    hours: line('hours').replace(',', '.'),
    components: textsIn(form, 'components'),
    objectiveEn: line('objectiveEn'),
    objectiveFr: line('objectiveFr'),
    languages: textsIn(form, 'languages'),
    offline: line('offline') === 'yes',
    audience: textsIn(form, 'audience'),
    licence: line('licence'),
    url: line('url'),
    publisherEn: line('publisherEn'),
    publisherFr: line('publisherFr'),
    package: line('package'),
  }
}

const words = (most: number) => z.string().min(1).max(most)

const draftSchema = z.object({
  titleEn: words(150),
  titleFr: words(150),
  summaryEn: words(500),
  summaryFr: words(500),
  kind: z.enum(itemKinds),
  hours: z.coerce.number().positive().max(400).multipleOf(0.25),
  components: z.array(z.string()).min(1),
  objectiveEn: words(300),
  objectiveFr: words(300),
  languages: z.array(z.string()).min(1),
  audience: z.array(z.enum(audiences)).min(1),
  licence: words(120),
})
const linkSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).max(1000),
  publisherEn: words(150),
  publisherFr: words(150),
})

export type CheckedDraft = z.infer<typeof draftSchema>

/**
 * Checks what was typed.
 *
 * @param pack whose components and languages there are
 * @returns the item, or the fields that cannot be used
 */
export function checkDraft(
  draft: ItemDraft,
  pack: Pack,
  day: string,
): { ok: true; item: Item } | { ok: false; fields: ItemField[] } {
  const base = draftSchema.safeParse(draft)
  const link = draft.source === 'link' ? linkSchema.safeParse(draft) : undefined
  const known = new Set(pack.components.map(({ id }) => id))
  const fields = new Set<ItemField>([
    ...[...(base.error?.issues ?? []), ...(link?.error?.issues ?? [])].map((issue) => issue.path[0] as ItemField),
    ...(draft.components.every((id) => known.has(id)) ? [] : (['components'] as const)),
    ...(draft.languages.every((one) => pack.languages.includes(one)) ? [] : (['languages'] as const)),
  ])
  if (!base.success || fields.size > 0) return { ok: false, fields: [...fields] }
  return { ok: true, item: itemOf(draft.id, draft.offline, base.data, pack, day) }
}

function itemOf(id: string, offline: boolean, given: CheckedDraft, pack: Pack, day: string): Item {
  const lifts = defaultLifts(given.kind as ItemKind, given.components, pack)
  const [first] = lifts
  if (first === undefined) throw new Error('A pack without facets cannot take an item')
  return {
    id,
    kind: given.kind,
    title: { en: given.titleEn, fr: given.titleFr },
    summary: { en: given.summaryEn, fr: given.summaryFr },
    hours: given.hours,
    lifts,
    objectives: [
      {
        text: { en: given.objectiveEn, fr: given.objectiveFr },
        component: first.component,
        facet: first.facet,
        level: Math.max(1, Math.floor(first.ceiling)),
      },
    ],
    prerequisites: [],
    languages: given.languages,
    offline,
    audience: given.audience,
    lastReviewed: day,
    licence: given.licence,
  }
}

/** What a link or a package leads to; a file's comes with the upload. */
export function bodyOf(draft: ItemDraft): AddedBody | undefined {
  if (draft.source === 'link') {
    return { kind: 'link', url: draft.url, publisher: { en: draft.publisherEn, fr: draft.publisherFr } }
  }
  return draft.source === 'package' ? { kind: 'package', package: draft.package } : undefined
}
