import type { Pack } from '../../../content/schema.ts'
import { say } from '../../../content/text.ts'
import type { AgreementBand } from '../../../domain/report-card-types.ts'
import type { Trace } from '../../../domain/trace.ts'
import { paths } from '../../../paths.ts'
import type { Language } from '../../../platform/languages.ts'
import { formatNumber } from '../../../ui/charts/numbers.ts'
import { uiMessages } from '../../../ui/messages.ts'
import { Table } from '../../../ui/parts.tsx'
import { resultWords } from '../../../ui/words/results.ts'
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
              {isEmpty(value) ? (words.noneOf[name] ?? words.none) : valueIn(value, language, nameOf)}
            </li>
          ))}
        </ul>,
        valueIn(trace.value, language, nameOf),
        <RuleLink rule={trace.rule} language={language} />,
      ])}
    />
  )
}

/** The number of a rule, leading to its sentence on the method page. */
function RuleLink({ rule, language }: { rule: string; language: Language }) {
  const [number = rule] = rule.split(' ')
  return <a href={paths.rule(language, number)}>{number}</a>
}

type TraceValue = Trace['from'][string]

function isEmpty(value: TraceValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

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
  const statuses = engineWords(language)
  return (id) => names.get(id) ?? statuses[id] ?? id
}

const bandWords: Record<Language, Record<AgreementBand, string>> = {
  en: { alike: 'people see it alike', 'some-spread': 'some spread', different: 'different views' },
  fr: { alike: 'avis semblables', 'some-spread': 'avis assez proches', different: 'avis différents' },
}

/** Statuses of the engine as a trace holds them. */
function engineWords(language: Language): Record<string, string> {
  const { yes, no } = traceWords[language]
  return { ...resultWords[language].statuses, ...bandWords[language], in: yes, out: no }
}
