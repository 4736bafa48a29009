import { componentName, facetName, itemTitle } from '../../content/names.ts'
import type { Language } from '../../platform/languages.ts'
import { longDate } from '../../ui/dates.ts'
import { agendaWords } from '../../ui/words/agenda.ts'
import { pathwayWords } from '../../ui/words/pathways.ts'
import type {
  ConsentChoices,
  Entry,
  FindingDecision,
  Levels,
  OpenPoints,
  PathwayChoice,
  Ranking,
  Setting,
} from './entries.ts'
import type { Validation } from './load.ts'
import { validationMessages } from './messages.ts'
import { participantName, sayer } from './who.ts'

type Names = Pick<Validation, 'pack' | 'participants' | 'names'>

/** A saved version of a block as lines, for whoever has to compare it with their own or reads the history. */
export function saidIn(entry: Entry, v: Names, language: Language): string[] {
  const t = validationMessages[language]
  const lines = linesOf(entry, v, language).filter((line) => line !== '')
  return lines.length === 0 ? [t.nothing] : lines
}

function linesOf({ block, value }: Entry, v: Names, language: Language): string[] {
  if (block === 'setting') return settingLines(value as Setting, v, language)
  if (block === 'ranking') return rankingLines(value as Ranking, v, language)
  if (block === 'choice') return choiceLines(value as PathwayChoice, v, language)
  if (block === 'consent') return consentLines(value as ConsentChoices, language)
  if (block === 'open') return (value as OpenPoints).text.split('\n')
  if (block.startsWith('levels:')) return levelLines(value as Levels, v, language)
  return findingLines(value as FindingDecision, v, language)
}

function settingLines(value: Setting, { participants }: Names, language: Language): string[] {
  const people = participants.filter(({ personId }) => value.people.includes(personId))
  return [
    [value.date === '' ? '' : longDate(value.date, language), value.time].filter(Boolean).join(', '),
    value.place,
    value.spoken,
    people.map((one) => participantName(one, language)).join(', '),
    value.others,
  ]
}

function findingLines(value: FindingDecision, v: Names, language: Language): string[] {
  const said = agendaWords[language].decisions[value.decision]
  return [`${said} · ${sayer(v, value.by, language)}`, value.wording, value.reason]
}

function levelLines(value: Levels, { pack }: Names, language: Language): string[] {
  const t = validationMessages[language]
  return Object.entries(value.components).flatMap(([component, { agreed, wanted, reason }]) => {
    const facets = Object.entries(agreed).map(([facet, level]) => `${facetName(pack, facet, language)} ${level}`)
    const wish = wanted === undefined ? [] : [`${t.wantedLevel} ${wanted}`]
    return [[componentName(pack, component, language), [...facets, ...wish].join(', '), reason].join(' · ')]
  })
}

function rankingLines({ order, reason }: Ranking, { pack }: Names, language: Language): string[] {
  return [...order.map((id, index) => `${index + 1}. ${componentName(pack, id, language)}`), reason]
}

function choiceLines(value: PathwayChoice, v: Names, language: Language): string[] {
  const t = validationMessages[language]
  return [
    `${t.pathway(value.base, pathwayWords[language].names[value.base])} · ${value.edited ? t.edited : t.asItIs}`,
    ...value.items.map((id) => itemTitle(v.pack, id, language)),
    sayer(v, value.by, language),
    value.reason,
  ]
}

function consentLines({ uses, body, reference }: ConsentChoices, language: Language): string[] {
  const t = validationMessages[language]
  const said = Object.entries(uses).map(([use, granted]) => `${t.uses[use] ?? use} · ${granted ? t.yes : t.no}`)
  return [...said, body, reference]
}
