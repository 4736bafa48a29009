import type { Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { hoursIn } from './hours.ts'
import { libraryMessages } from './messages.ts'
import type { SearchAnswer, SearchHit } from './search.ts'
import { searchMessages } from './search-messages.ts'
import type { FoundEntry } from './search-store.ts'

/** Where a result leads. */
export function hitAddress(hit: FoundEntry, language: Language): string {
  if (hit.kind === 'lesson') return paths.itemPart(language, hit.item, 'lessons', hit.part)
  if (hit.kind === 'answer') return paths.publishedAnswer(language, hit.part)
  return paths.item(language, hit.item)
}

type HitProps = { hit: SearchHit; pack: Pack; language: Language; words: string; way: SearchAnswer['way'] }

/** One result: what it is, where the words stand in it, and why it is here. */
export function HitLine({ hit, pack, language, words, way }: HitProps) {
  const t = searchMessages[language]
  const item = pack.items.find(({ id }) => id === hit.item)
  const kind =
    hit.kind === 'lesson'
      ? t.lesson
      : hit.kind === 'answer'
        ? t.answer
        : item && libraryMessages[language].kinds[item.kind]
  const summary = hit.kind === 'lesson' || hit.kind === 'answer' ? undefined : item?.summary
  return (
    <li>
      <h2 class="row-title">
        <a href={hitAddress(hit, language)}>{hit.title}</a>
      </h2>
      <p class="meta">
        {kind}
        {hit.kind === 'lesson' && item && ` ${t.inCourse(say(item.title, language).text)}`}
        {hit.kind !== 'lesson' && hit.hours !== null && ` · ${hoursIn(hit.hours, language)}`}
      </p>
      {hit.snippet.length > 0 ? (
        <p class="snippet">{hit.snippet.map(({ text, matched }) => (matched ? <mark>{text}</mark> : text))}</p>
      ) : (
        summary && <p>{say(summary, language).text}</p>
      )}
      <Why hit={hit} language={language} words={words} way={way} />
    </li>
  )
}

function Why({ hit, language, words, way }: Omit<HitProps, 'pack'>) {
  const { why } = searchMessages[language]
  if (hit.foundIn === 'filter') return null
  if (hit.foundIn === 'alike' || way === 'corrected') return <p class="quiet">{why.alike(words)}</p>
  const place = hit.foundIn === 'text' && (hit.kind === 'lesson' || hit.kind === 'answer') ? hit.kind : hit.foundIn
  return <p class="quiet">{why[place]}</p>
}
