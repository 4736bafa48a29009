import { componentName } from '../../content/names.ts'
import { paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { type Scored, wordingChangedSince } from '../record/releases.ts'
import { resultsMessages } from './messages.ts'

/** Address of a component's question; nothing when the component is no longer asked about. */
export type QuestionAt = (component: string) => string | undefined

/** The ways to the questions that can be answered today. */
export function questionsAt(language: Language, place: SelfCheckPlace, components: readonly string[]): QuestionAt {
  return (component) => (components.includes(component) ? paths.question(language, place, component) : undefined)
}

/** What must be known about the questions behind results, as sentences; mostly there is nothing to say. */
export function noteTexts(scored: Scored, language: Language): string[] {
  const t = resultsMessages[language]
  const names = wordingChangedSince(scored.record, scored.pack.components).map((id) =>
    componentName(scored.pack, id, language),
  )
  return [...standingNote(scored, language), ...(names.length > 0 ? [`${t.checkAgain} ${names.join(', ')}.`] : [])]
}

/**
 * The same as `noteTexts` on a page, with the way to each question.
 *
 * @param props.questionAt address of a component's question, where there is one today
 */
export function ResultNotes(props: { scored: Scored; language: Language; questionAt: QuestionAt }) {
  const { scored, language, questionAt } = props
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
                {questionAt(id) ? (
                  <a href={questionAt(id)}>{componentName(scored.pack, id, language)}</a>
                ) : (
                  componentName(scored.pack, id, language)
                )}
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
