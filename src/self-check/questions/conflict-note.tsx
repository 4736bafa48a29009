import type { Child } from 'hono/jsx'
import type { Component, Pack } from '../../content/schema.ts'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { describeAnswer } from '../record/describe-answer.ts'
import type { ComponentAnswer } from '../record/record.ts'
import { selfCheckMessages } from './messages.ts'
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
    <BothValues
      language={language}
      title={t.conflictTitle}
      lead={t.conflictLead}
      values={labels.map((label) => ({
        label,
        saved: theirs.get(label) ?? t.states.blank,
        yours: mine.get(label) ?? t.states.blank,
      }))}
    >
      <p>{t.conflictBelow}</p>
      <p class="actions">
        <button type="submit" form="answer" name="go" value="next">
          {t.conflictKeepYours}
        </button>
        <a class="button second" href={paths.question(language, { kind: 'kept', token: kept.token }, component.id)}>
          {t.conflictKeepSaved}
        </a>
      </p>
    </BothValues>
  )
}

type BothValuesProps = {
  language: Language
  title: string
  lead: string
  values: { label: string; saved: string; yours: string }[]
  /** How the person decides. */
  children: Child
}

/** What was saved in the meantime beside what was just sent. */
export function BothValues({ language, title, lead, values, children }: BothValuesProps) {
  const t = selfCheckMessages[language]
  const colon = language === 'fr' ? '\u00A0: ' : ': '
  return (
    <div class="error-summary" role="alert" id="conflict">
      <h2>{title}</h2>
      <p>{lead}</p>
      <ul>
        {values.map(({ label, saved, yours }) => (
          <li>
            <strong>{label}</strong>
            <br />
            {t.conflictSaved}
            {colon}
            {saved}
            <br />
            {t.conflictYours}
            {colon}
            {yours}
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
