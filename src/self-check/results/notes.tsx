import { componentName } from '../../content/names.ts'
import { paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { type Scored, wordingChangedSince } from '../record/releases.ts'
import { resultsMessages } from './messages.ts'

/** What must be known about the questions behind results, as sentences; mostly there is nothing to say. */
export function noteTexts(scored: Scored, language: Language): string[] {
  const t = resultsMessages[language]
  const names = wordingChangedSince(scored.record, scored.pack.components).map((id) =>
    componentName(scored.pack, id, language),
  )
  return [...standingNote(scored, language), ...(names.length > 0 ? [`${t.checkAgain} ${names.join(', ')}.`] : [])]
}

/** The same as `noteTexts` on a page, with the way to each question. */
export function ResultNotes(props: { scored: Scored; language: Language; place: SelfCheckPlace }) {
  const { scored, language, place } = props
  const changed = wordingChangedSince(scored.record, scored.pack.components)
  return (
    <>
      {standingNote(scored, language).map((text) => (
        <p class="note">{text}</p>
      ))}
      {changed.length > 0 && (
        <div class="note">
          <p>{resultsMessages[language].checkAgain}</p>
          <ul>
            {changed.map((id) => (
              <li>
                <a href={paths.question(language, place, id)}>{componentName(scored.pack, id, language)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function standingNote({ standing }: Scored, language: Language): string[] {
  const t = resultsMessages[language]
  if (standing === 'present') return []
  return [standing === 'earlier' ? t.earlierRelease : t.otherRelease]
}
