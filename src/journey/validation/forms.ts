import { isDay } from '../../domain/plan-dates.ts'
import { type AgendaItem, decisions } from '../../domain/validation-agenda.ts'
import type { Language } from '../../platform/languages.ts'
import { type PostedForm, textIn } from '../../platform/web/posted-form.ts'
import type { FieldError } from '../../ui/parts.tsx'
import type { ConsentChoices, FindingDecision, Levels, OpenPoints, PathwayChoice, Ranking, Setting } from './entries.ts'
import type { Validation } from './load.ts'
import { validationMessages } from './messages.ts'
import { together } from './who.ts'

/** A posted block: what was typed, whether or not it can be saved, and what is wrong with it. */
export type Posted<Value> = { value: Value; version: number; errors: FieldError[] }

const longest = 4000

/** Every value of a field that may come several times. */
export function listIn(form: PostedForm, name: string): string[] {
  return [form[name] ?? []].flat().filter((one): one is string => typeof one === 'string')
}

/** The version that a form was drawn from. */
export function versionIn(form: PostedForm): number {
  const version = Number(textIn(form, 'version'))
  return Number.isInteger(version) && version >= 0 ? version : 0
}

const words = (form: PostedForm, name: string) => textIn(form, name).replaceAll('\r\n', '\n').trim()

function checkLength(form: PostedForm, names: string[], language: Language): FieldError[] {
  const message = validationMessages[language].errors.tooLong
  return names.filter((name) => words(form, name).length > longest).map((field) => ({ field, message }))
}

const isSayer = (v: Validation, by: string) => by === together || v.participants.some(({ personId }) => personId === by)

/** Date, people and place of the interview. */
export function settingIn(form: PostedForm, v: Validation, language: Language): Posted<Setting> {
  const t = validationMessages[language].errors
  const date = words(form, 'date')
  const time = words(form, 'time')
  const minutes = Number(textIn(form, 'minutes') || '60')
  const known = new Set(v.participants.map(({ personId }) => personId))
  const errors: FieldError[] = []
  if (date !== '' && !isDay(date)) errors.push({ field: 'date', message: t.date })
  return {
    value: {
      date,
      time: /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : '',
      minutes: Number.isInteger(minutes) && minutes >= 5 && minutes <= 480 ? minutes : 60,
      place: words(form, 'place').slice(0, 300),
      spoken: words(form, 'spoken').slice(0, 100),
      people: listIn(form, 'people').filter((id) => known.has(id)),
      others: words(form, 'others').slice(0, 500),
    },
    version: versionIn(form),
    errors,
  }
}

/** What is said to one finding. */
export function findingIn(form: PostedForm, v: Validation, language: Language): Posted<FindingDecision> {
  const t = validationMessages[language].errors
  const chosen = decisions.find((one) => one === textIn(form, 'decision'))
  const value: FindingDecision = {
    decision: chosen ?? 'confirmed',
    wording: chosen === 'amended' ? words(form, 'wording') : '',
    reason: words(form, 'reason'),
    by: textIn(form, 'by'),
    language,
  }
  const errors: FieldError[] = []
  if (chosen === undefined) errors.push({ field: 'decision', message: t.decision })
  if (!isSayer(v, value.by)) errors.push({ field: 'by', message: t.who })
  if (chosen === 'disputed' && value.reason === '') errors.push({ field: 'reason', message: t.reasonDisputed })
  if (chosen === 'amended' && value.wording === '' && value.reason === '')
    errors.push({ field: 'wording', message: t.wording })
  return { value, version: versionIn(form), errors: [...errors, ...checkLength(form, ['wording', 'reason'], language)] }
}

/** Fields of one component on the page of levels. */
export const levelField = (component: string, facet: string) => `level-${component}-${facet}`
export const wantedField = (component: string) => `wanted-${component}`
export const reasonField = (component: string) => `reason-${component}`

/** Components of a domain that a level can be agreed for: asked, and in scope. */
export function openComponents(v: Validation, domain: string) {
  return v.measured.components.filter((one) => one.domain === domain && one.asked && one.scope === 'in')
}

/** Agreed and wanted levels of a domain; a reason is asked where they differ from the answers. */
export function levelsIn(form: PostedForm, v: Validation, domain: string, language: Language): Posted<Levels> {
  const t = validationMessages[language].errors
  const top = (v.pack.facets[0]?.levels.length ?? 1) - 1
  const errors: FieldError[] = []
  const level = (field: string): number | undefined => {
    const text = textIn(form, field)
    if (text === '') return undefined
    const value = Number(text)
    if (Number.isInteger(value) && value >= 0 && value <= top) return value
    errors.push({ field, message: t.level })
    return undefined
  }
  const components: Levels['components'] = {}
  for (const { component, facets } of openComponents(v, domain)) {
    const agreed = Object.fromEntries(
      facets.flatMap(({ facet }) => {
        const value = level(levelField(component, facet))
        return value === undefined ? [] : [[facet, value] as const]
      }),
    )
    const wanted = level(wantedField(component))
    const reason = words(form, reasonField(component))
    if (Object.keys(agreed).length === 0 && wanted === undefined) continue
    if (reason === '') errors.push({ field: reasonField(component), message: t.levelReason })
    errors.push(...checkLength(form, [reasonField(component)], language))
    components[component] = { agreed, ...(wanted === undefined ? {} : { wanted }), reason }
  }
  const by = textIn(form, 'by')
  if (!isSayer(v, by)) errors.push({ field: 'by', message: t.who })
  return { value: { components, by, language }, version: versionIn(form), errors }
}

export const rankedPlaces = [1, 2, 3, 4, 5] as const

/** The ranking as typed; a button that moves a component does so before anything is checked. */
export function rankingIn(form: PostedForm, v: Validation, language: Language): Posted<Ranking> & { moved: boolean } {
  const t = validationMessages[language].errors
  const known = new Set(v.card.priorities.map(({ component }) => component))
  const typed = rankedPlaces.map((place) => textIn(form, `place-${place}`)).filter((id) => known.has(id))
  const order = moved(typed, textIn(form, 'move'))
  const errors: FieldError[] = []
  const twice = typed.findIndex((id, index) => typed.indexOf(id) !== index)
  if (twice >= 0) errors.push({ field: `place-${twice + 1}`, message: t.rankTwice })
  if (known.size > 0 && order.length === 0) errors.push({ field: 'place-1', message: t.rankNone })
  return {
    value: { order, reason: words(form, 'reason'), language },
    version: versionIn(form),
    errors: [...errors, ...checkLength(form, ['reason'], language)],
    moved: textIn(form, 'move') !== '',
  }
}

/** `up:2` puts the second one first. */
function moved(order: readonly string[], move: string): string[] {
  const [, direction, place] = /^(up|down):([1-5])$/.exec(move) ?? []
  const from = Number(place) - 1
  const to = direction === 'up' ? from - 1 : from + 1
  const [one, other] = [order[from], order[to]]
  if (one === undefined || other === undefined) return [...order]
  return order.map((id, index) => (index === from ? other : index === to ? one : id))
}

/** The pathway chosen, as it is or edited. */
export function choiceIn(form: PostedForm, v: Validation, language: Language): Posted<PathwayChoice> {
  const t = validationMessages[language].errors
  const pathway = textIn(form, 'pathway')
  const base = pathway === 'A' || pathway === 'B' ? pathway : undefined
  const edited = textIn(form, 'how') === 'edited'
  const known = new Set(v.pack.items.map(({ id }) => id))
  const items = edited ? [...new Set(listIn(form, 'items'))].filter((id) => known.has(id)).sort() : []
  const value: PathwayChoice = {
    base: base ?? 'A',
    edited,
    items,
    reason: words(form, 'reason'),
    by: textIn(form, 'by'),
    language,
  }
  const errors: FieldError[] = []
  if (base === undefined) errors.push({ field: 'pathway', message: t.choose })
  if (edited && items.length === 0) errors.push({ field: 'items', message: t.noItems })
  if (!isSayer(v, value.by)) errors.push({ field: 'by', message: t.who })
  if (value.reason === '') errors.push({ field: 'reason', message: t.whyChoice })
  return { value, version: versionIn(form), errors: [...errors, ...checkLength(form, ['reason'], language)] }
}

/** A yes or a no for each use. */
export function consentIn(form: PostedForm, uses: readonly string[], language: Language): Posted<ConsentChoices> {
  const message = validationMessages[language].errors.consent
  const given = uses.map((use) => [use, textIn(form, `use-${use}`)] as const)
  return {
    value: {
      uses: Object.fromEntries(given.flatMap(([use, said]) => (said === '' ? [] : [[use, said === 'yes'] as const]))),
      body: words(form, 'body').slice(0, 300),
      reference: words(form, 'reference').slice(0, 300),
    },
    version: versionIn(form),
    errors: given
      .filter(([, said]) => said !== 'yes' && said !== 'no')
      .map(([use]) => ({ field: `use-${use}`, message })),
  }
}

export function openIn(form: PostedForm, language: Language): Posted<OpenPoints> {
  return {
    value: { text: words(form, 'text'), language },
    version: versionIn(form),
    errors: checkLength(form, ['text'], language),
  }
}

/** The item of the agenda with an id. */
export function itemIn(v: Validation, id: string): AgendaItem | undefined {
  return v.agenda.find((item) => item.id === id)
}
