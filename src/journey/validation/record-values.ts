import type { ValidationRecordValues, Written } from '../../documents/validation-record-document.ts'
import type { Language } from '../../platform/languages.ts'
import { dayIn } from '../../ui/dates.ts'
import type { FindingDecision } from './entries.ts'
import type { Validation } from './load.ts'
import { validationMessages } from './messages.ts'
import { participantName, sayer } from './who.ts'

/** What someone wrote, with its language; nothing where they wrote nothing. */
export function written(text: string, language: string): Written | undefined {
  return text === '' ? undefined : { text, language }
}

/** What was decided about each item of the agenda, in its order; a dispute stays in it, and so does what it took the place of. */
export function decisionsIn(v: Validation, language: Language): ValidationRecordValues['decided'] {
  return v.agenda.flatMap((item) => {
    const entries = v.decided.history.get(`finding:${item.id}`) ?? []
    const said = entries.map(({ value }) => value as FindingDecision)
    const last = said.at(-1)
    if (last === undefined) return []
    const wording = written(last.wording, last.language)
    const reason = written(last.reason, last.language)
    return [
      {
        item,
        decision: last.decision,
        ...(wording ? { wording } : {}),
        ...(reason ? { reason } : {}),
        by: sayer(v, last.by, language),
        earlier: said.slice(0, -1).map((one) => {
          const why = written(one.reason, one.language)
          return { decision: one.decision, by: sayer(v, one.by, language), ...(why ? { reason: why } : {}) }
        }),
      },
    ]
  })
}

/**
 * The values of a validation record in one language.
 *
 * @throws Error when no pathway was chosen: the record is published only when it was
 */
export function recordValues(
  v: Validation,
  given: { language: Language; version: number; date: string },
): ValidationRecordValues {
  const { language, version, date } = given
  const t = validationMessages[language]
  const { decided } = v
  const choice = decided.choice?.value
  if (choice === undefined || v.chosen === undefined) throw new Error('A validation record needs a chosen pathway')
  const setting = decided.setting?.value
  const present = v.participants
    .filter(({ personId }) => setting?.people.includes(personId))
    .map((one) => participantName(one, language))
  const agreed = [...decided.levels.values()].flatMap(({ value }) =>
    Object.entries(value.components).map(([component, one]) => ({ component, language: value.language, ...one })),
  )
  const because = (reason: string, from: string) => {
    const why = written(reason, from)
    return why ? { reason: why } : {}
  }
  const ranking = decided.ranking?.value
  const consent = decided.consent?.value
  const open = decided.open?.value
  return {
    pack: v.pack,
    card: v.card,
    measured: v.measured,
    language,
    community: v.community.name,
    date,
    dataCut: dayIn(v.lockedAt, v.community.timeZone),
    version,
    setting: {
      date: setting?.date ?? '',
      place: setting?.place ?? '',
      spoken: setting?.spoken ?? '',
      present: [...present, ...(setting?.others ? [setting.others] : [])],
    },
    decided: decisionsIn(v, language),
    levels: agreed.flatMap(({ component, agreed: levels, reason, language: from }) =>
      Object.entries(levels).map(([facet, level]) => ({ component, facet, agreed: level, ...because(reason, from) })),
    ),
    wanted: agreed.flatMap(({ component, wanted, reason, language: from }) =>
      wanted === undefined ? [] : [{ component, agreed: wanted, ...because(reason, from) }],
    ),
    ranking: { order: ranking?.order ?? [], ...(ranking ? because(ranking.reason, ranking.language) : {}) },
    choice: {
      base: choice.base,
      edited: choice.edited,
      pathway: v.chosen,
      by: sayer(v, choice.by, language),
      ...because(choice.reason, choice.language),
    },
    comparison: v.comparison,
    consent: consent && {
      uses: Object.entries(consent.uses).map(([use, granted]) => ({ name: t.uses[use] ?? use, granted })),
      body: consent.body,
      reference: consent.reference,
    },
    open: open && written(open.text, open.language),
  }
}
