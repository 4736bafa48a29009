import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import type { Language } from '../../platform/languages.ts'
import { TextField } from '../../ui/fields.tsx'
import { DeskFrame } from '../frame.tsx'
import type { Found, FoundKind } from './store.ts'
import { searchWords } from './words.ts'

const order: FoundKind[] = ['community', 'person', 'journey', 'document', 'action', 'file', 'message']

/** What was found, by kind, each one click away. */
export function SearchPage(props: {
  frame: Frame
  standing: Standing
  words: string
  found: Found[]
  content: { href: string; title: string }[]
  tooShort: boolean
}) {
  const { frame, standing, words, found, content } = props
  const { language } = frame
  const t = searchWords[language]
  const count = found.length + content.length
  return (
    <DeskFrame frame={frame} standing={standing} page="search" title={t.title}>
      <p>{t.lead}</p>
      <form method="get">
        <TextField
          name="q"
          type="search"
          label={t.words}
          value={words}
          error={props.tooShort ? t.tooShort : undefined}
        />
        <p class="actions">
          <button type="submit">{t.find}</button>
        </p>
      </form>
      {words !== '' && !props.tooShort && (
        <p role="status">
          <strong>{count === 0 ? t.none(words) : t.found(count)}</strong>
        </p>
      )}
      {order.map((kind) => {
        const list = found.filter((one) => one.kind === kind)
        return list.length === 0 ? null : (
          <section>
            <h2>{t.kinds[kind]}</h2>
            <ul>
              {list.map((one) => (
                <li>
                  <a href={addressOf(one, language)}>{one.title || one.excerpt}</a>
                  {kind !== 'community' && <span class="quiet"> · {one.community}</span>}
                  {one.title !== '' && one.excerpt !== '' && <p class="quiet">{one.excerpt}</p>}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {content.length > 0 && (
        <section>
          <h2>{t.content}</h2>
          <ul>
            {content.map(({ href, title }) => (
              <li>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DeskFrame>
  )
}

function addressOf(one: Found, language: Language): string {
  const { journeyId, communityId } = one
  if (one.kind === 'person') return paths.community(language, communityId, 'members')
  if (one.kind === 'file') return paths.community(language, communityId, 'files')
  if (journeyId === undefined) return paths.community(language, communityId)
  if (one.kind === 'action') return paths.journey(language, journeyId, 'actions')
  if (one.kind === 'message') return paths.journey(language, journeyId, 'messages')
  return paths.journey(language, journeyId)
}
