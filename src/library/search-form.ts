import { z } from 'zod'
import { itemKinds, type Pack } from '../content/schema.ts'
import type { EntryFilter } from './search-store.ts'

/** Hours that the form offers as the most an item may take. */
export const hoursOffered = [1, 2, 4, 8, 16]

/** What the search form says, as typed and chosen. */
export type SearchForm = {
  q: string
  /** A domain, or a domain and one of its components: `trust`, `trust/privacy`. */
  about?: string
  kind?: string
  level?: number
  language?: string
  hours?: number
  offline: boolean
  page: number
}

/** Reads the form's query. What means nothing is dropped: results for the rest are a better answer than an error. */
export function readSearchForm(pack: Pack, query: Record<string, string>): SearchForm {
  const oneOf = (values: string[]) =>
    z
      .string()
      .refine((value) => values.includes(value))
      .optional()
      .catch(undefined)
  const areas = pack.domains.flatMap(({ id, components }) => [
    id,
    ...components.map((component) => `${id}/${component}`),
  ])
  const levels = (pack.facets[0]?.levels ?? []).map((_, level) => level)
  const { q, about, kind, level, language, hours, offline, page } = z
    .object({
      // A query of no page: longer ones are cut, and signs that no word holds are left out.
      q: z
        .string()
        .transform((words) =>
          words
            .replaceAll(/[\p{Cc}\s]+/gu, ' ')
            .trim()
            .slice(0, 200),
        )
        .catch(''),
      about: oneOf(areas),
      kind: oneOf([...itemKinds, 'answer']),
      level: z.coerce
        .number()
        .refine((value) => value > 0 && levels.includes(value))
        .optional()
        .catch(undefined),
      language: oneOf(pack.items.flatMap((item) => item.languages)),
      hours: z.coerce
        .number()
        .refine((value) => hoursOffered.includes(value))
        .optional()
        .catch(undefined),
      offline: z.literal('yes').optional().catch(undefined),
      page: z.coerce.number().int().min(1).max(1000).catch(1),
    })
    .parse({ ...query, level: query.level || undefined, hours: query.hours || undefined })
  return {
    q,
    ...(about && { about }),
    ...(kind && { kind }),
    ...(level && { level }),
    ...(language && { language }),
    ...(hours && { hours }),
    offline: offline === 'yes',
    page,
  }
}

/** The filter that a form stands for: a domain is all its components. */
export function filterOf(pack: Pack, form: SearchForm): EntryFilter {
  const [domain, component] = form.about?.split('/') ?? []
  const components = component === undefined ? pack.domains.find(({ id }) => id === domain)?.components : [component]
  return {
    ...(components && { components }),
    ...(form.kind && { kind: form.kind }),
    ...(form.level && { level: form.level }),
    ...(form.language && { offeredIn: form.language }),
    ...(form.hours && { hours: form.hours }),
    offline: form.offline,
  }
}

/** Whether something besides words narrows the search. */
export function isNarrowed(form: SearchForm): boolean {
  return Boolean(form.about || form.kind || form.level || form.language || form.hours || form.offline)
}

/** The query of a form, without what says nothing: `q=plan&kind=template`. */
export function queryOf({ q, page, offline, ...rest }: SearchForm): string {
  const chosen = Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)])
  return new URLSearchParams([
    ...(q === '' ? [] : [['q', q]]),
    ...chosen,
    ...(offline ? [['offline', 'yes']] : []),
    ...(page > 1 ? [['page', String(page)]] : []),
  ]).toString()
}
