import type { Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Trace } from '../../domain/trace.ts'
import type { Language } from '../../platform/languages.ts'
import { formatNumber } from '../../ui/charts/numbers.ts'
import { uiMessages } from '../../ui/messages.ts'
import { Table } from '../../ui/parts.tsx'
import { traceWords } from './trace-words.ts'

type TraceTableProps = {
  traces: { facet?: string; trace: Trace }[]
  pack: Pack
  language: Language
  caption: string
}

const head: Record<Language, string[]> = {
  en: ['Figure', 'Worked out from', 'Result', 'Rule'],
  fr: ['Chiffre', 'Calculé à partir de', 'Résultat', 'Règle'],
}

/** The numbers behind each figure, with the number of the rule in the method guide. */
export function TraceTable({ traces, pack, language, caption }: TraceTableProps) {
  const words = traceWords[language]
  const nameOf = namesIn(pack, language)
  return (
    <Table
      caption={caption}
      hideCaption
      head={head[language]}
      rows={traces.map(({ facet, trace }) => [
        `${words.rules[trace.rule] ?? trace.rule}${facet === undefined ? '' : ` (${nameOf(facet)})`}`,
        <ul class="plain-list">
          {Object.entries(trace.from).map(([name, value]) => (
            <li>
              {words.inputs[name] ?? nameOf(name)}
              {uiMessages[language].colon}
              {valueIn(value, language, nameOf)}
            </li>
          ))}
        </ul>,
        valueIn(trace.value, language, nameOf),
        trace.rule.split(' ')[0],
      ])}
    />
  )
}

type TraceValue = Trace['from'][string]

/** A value of a trace as people read it; four decimals are enough to work it out again. */
function valueIn(value: TraceValue, language: Language, nameOf: (id: string) => string): string {
  const words = traceWords[language]
  if (value === null) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return formatNumber(value, language, 4, 0)
  if (typeof value === 'string') return nameOf(value)
  return value.length === 0 ? words.none : value.map((entry) => valueIn(entry, language, nameOf)).join('; ')
}

/** Ids of the pack in words; statuses of the engine too. */
function namesIn(pack: Pack, language: Language): (id: string) => string {
  const names = new Map(
    [...pack.facets, ...pack.components, ...pack.items].map((entry) => [
      entry.id,
      say('name' in entry ? entry.name : entry.title, language).text,
    ]),
  )
  return (id) => names.get(id) ?? statusWords[language][id] ?? id
}

const statusWords: Record<Language, Record<string, string>> = {
  en: {
    unknown: 'not known yet',
    unanswered: 'no answer',
    'out-of-scope': 'does not apply',
    in: 'yes',
    out: 'no',
    alike: 'alike',
    'some-spread': 'some spread',
    different: 'different',
  },
  fr: {
    unknown: 'pas encore connu',
    unanswered: 'sans réponse',
    'out-of-scope': 'ne s’applique pas',
    in: 'oui',
    out: 'non',
    alike: 'avis semblables',
    'some-spread': 'avis assez proches',
    different: 'avis différents',
  },
}
