import { findingGroups, findingWords, findOutGroups } from '../../../ui/words/findings.ts'
import { resultWords } from '../../../ui/words/results.ts'
import type { CardProps } from './words.ts'

/** Different views, don't-knows, one voice, goals: whatever the figures alone do not say. */
export function Findings({ card, pack, language }: CardProps) {
  const words = findingWords[language]
  const toFindOut = findOutGroups(card, pack, language)
  const groups = findingGroups(card, pack, language)
  return (
    <section>
      {toFindOut.length > 0 && <h2>{words.findOut}</h2>}
      {toFindOut.map(({ text, components }) => (
        <>
          <p>{text}</p>
          <ul>
            {components.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
        </>
      ))}
      <h2>{words.title}</h2>
      {groups.length === 0 && <p>{card.withheld === undefined ? words.none : resultWords[language].withheldList}</p>}
      {groups.map(({ title, text, names }) => (
        <>
          <h3>{title}</h3>
          <p>{text}</p>
          {names.length > 0 && (
            <ul>
              {names.map((name) => (
                <li>{name}</li>
              ))}
            </ul>
          )}
        </>
      ))}
    </section>
  )
}
