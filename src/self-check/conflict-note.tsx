import type { Component, Pack } from '../content/schema.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { describeAnswer } from './describe-answer.ts'
import { selfCheckMessages } from './messages.ts'
import type { ComponentAnswer } from './record.ts'
import { answerWords } from './shell.tsx'

type ConflictProps = {
  language: Language
  pack: Pack
  component: Component
  kept: { token: string; answer: ComponentAnswer }
  saved: ComponentAnswer
}

/** Two windows answered the same question: both values side by side, and the person decides. */
export function ConflictNote({ language, pack, component, kept, saved }: ConflictProps) {
  const t = selfCheckMessages[language]
  const words = answerWords(pack, language)
  const theirs = new Map(describeAnswer(saved, words))
  const mine = new Map(describeAnswer(kept.answer, words))
  const labels = [...new Set([...theirs.keys(), ...mine.keys()])].filter(
    (label) => theirs.get(label) !== mine.get(label),
  )
  return (
    <div class="error-summary" role="alert" id="conflict">
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      <ul>
        {labels.map((label) => (
          <li>
            <strong>{label}</strong>
            <br />
            {t.conflictSaved}
            {words.colon}
            {theirs.get(label) ?? t.states.blank}
            <br />
            {t.conflictYours}
            {words.colon}
            {mine.get(label) ?? t.states.blank}
          </li>
        ))}
      </ul>
      <p>{t.conflictBelow}</p>
      <p class="actions">
        <button type="submit" form="answer" name="go" value="next">
          {t.conflictKeepYours}
        </button>
        <a class="button second" href={paths.question(language, { kind: 'kept', token: kept.token }, component.id)}>
          {t.conflictKeepSaved}
        </a>
      </p>
    </div>
  )
}
