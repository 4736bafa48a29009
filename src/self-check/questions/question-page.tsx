import type { Component } from '../../content/schema.ts'
import { definitionOf, say } from '../../content/text.ts'
import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { Examples } from '../../ui/examples.tsx'
import { uiMessages } from '../../ui/messages.ts'
import { ErrorSummary, ReviewMark, Say } from '../../ui/parts.tsx'
import { reasonNeeded } from '../record/record.ts'
import { ConflictNote } from './conflict-note.tsx'
import { selfCheckMessages } from './messages.ts'
import { askedUnderLink, Progress } from './progress.tsx'
import { QuestionForm } from './question-form.tsx'
import { type QuestionProps, variantsShown, Wordings } from './question-parts.tsx'
import { SelfCheckPage } from './shell.tsx'

/** One component: practice, knowledge, wanted level, importance, note. On the device it carries no values. */
export function QuestionPage(props: QuestionProps) {
  const { language, pack, component, kept } = props
  const t = selfCheckMessages[language]
  const place: SelfCheckPlace = kept ? { kind: 'kept', token: kept.token } : onDevice
  const name = say(component.name, language).text
  const content = (
    <>
      <Progress language={language} pack={pack} place={place} current={component} {...(kept ? { kept } : {})} />
      {kept && <ErrorSummary errors={kept.errors} language={language} />}
      {kept?.saved && <ConflictNote {...props} kept={kept} saved={kept.saved} />}
      <h1>
        <Say text={component.name} language={language} />
      </h1>
      <p class="lead">
        <Definition component={component} language={language} variants={variantsShown(props)} />
      </p>
      <ReviewMark review={component.review} language={language} />
      <About component={component} language={language} />
      <p class="note" id="check-again" hidden={!kept?.checkAgain.includes(component.id)}>
        {t.checkAgain}
      </p>
      <QuestionForm {...props} place={place} />
    </>
  )
  const words = {
    saved: t.savedHere,
    notSaved: t.notSavedHere,
    of: t.of,
    states: t.states,
    reasonMissing: t.reasonMissing,
    summary: uiMessages[language].errorSummaryTitle,
    error: t.errorTitle,
    conflict: {
      title: `${t.conflictTitle}. ${t.conflictLead}`,
      other: t.conflictOther,
      here: t.conflictHere,
      keepHere: t.conflictKeepHere,
      takeOther: t.conflictTakeOther,
    },
    freeToLeaveOut: pack.variants.map(({ id }) => id).filter((id) => !reasonNeeded(pack, id)),
  }
  const asked = kept && askedUnderLink(pack, kept, component.id)
  return (
    <SelfCheckPage
      {...props}
      {...(kept ? { kept } : {})}
      at={(_, where) => paths.question(language, where, component.id)}
      title={asked ? t.questionTitle(asked.indexOf(component) + 1, asked.length, name) : t.componentTitle(name)}
      script={{ page: 'question', words, component }}
    >
      {content}
    </SelfCheckPage>
  )
}

/** What the component is, in the wording that fits. */
export function Definition(props: { component: Component; language: Language; variants: string[] }) {
  const texts = props.variants.map((variant) => ({
    variant,
    text: <Say text={definitionOf(props.component, variant)} language={props.language} />,
  }))
  return <Wordings texts={texts} />
}

/** Why the component matters, two examples, what would show it. */
export function About({ component, language }: { component: Component; language: Language }) {
  const t = selfCheckMessages[language]
  return (
    <details class="about">
      <summary>{t.whyAndExamples}</summary>
      <p>
        <Say text={component.why} language={language} />
      </p>
      <Examples component={component} language={language} />
      <p class="label">{t.evidence}</p>
      <ul>
        {component.evidence.map((text) => (
          <li>
            <Say text={text} language={language} />
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.component(language, component.domain, component.id)}>{t.inFramework}</a>
      </p>
    </details>
  )
}
