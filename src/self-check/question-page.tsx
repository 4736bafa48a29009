import type { Component } from '../content/schema.ts'
import { definitionOf, say } from '../content/text.ts'
import { onDevice, paths, type SelfCheckPlace } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { Layout } from '../ui/layout.tsx'
import { uiMessages } from '../ui/messages.ts'
import { ErrorSummary, ReviewMark, Say } from '../ui/parts.tsx'
import { ConflictNote } from './conflict-note.tsx'
import { selfCheckMessages } from './messages.ts'
import { Progress } from './progress.tsx'
import { QuestionForm } from './question-form.tsx'
import { type QuestionProps, variantsShown, Wordings } from './question-parts.tsx'
import { DeviceShell, KeptNote, selfCheckScript } from './shell.tsx'

/** One component: practice, knowledge, wanted level, importance, note. On the device it carries no values. */
export function QuestionPage(props: QuestionProps) {
  const { language, pack, asset, component, kept } = props
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
      <QuestionForm {...props} place={place} />
    </>
  )
  const common = { language, path: paths.question(language, place, component.id), title: name, asset }
  if (kept) {
    return (
      <Layout {...common} section="self-check" hidden>
        <KeptNote language={language} token={kept.token} />
        {content}
      </Layout>
    )
  }
  const words = {
    saved: t.savedHere,
    of: t.of,
    states: t.states,
    reasonMissing: t.reasonMissing,
    summary: uiMessages[language].errorSummaryTitle,
    reasonOptional: t.reasonOptional,
  }
  return (
    <Layout {...common} section="self-check" scripts={[selfCheckScript]}>
      <DeviceShell page="question" language={language} release={props.release} component={component.id} words={words}>
        {content}
      </DeviceShell>
    </Layout>
  )
}

function Definition(props: { component: Component; language: Language; variants: string[] }) {
  const texts = props.variants.map((variant) => ({
    variant,
    text: <Say text={definitionOf(props.component, variant)} language={props.language} />,
  }))
  return <Wordings texts={texts} />
}

function About({ component, language }: { component: Component; language: Language }) {
  const t = selfCheckMessages[language]
  return (
    <details class="about">
      <summary>{t.whyAndExamples}</summary>
      <p>
        <Say text={component.why} language={language} />
      </p>
      <dl class="facts">
        <dt>{t.hamlet}</dt>
        <dd>
          <Say text={component.examples.hamlet} language={language} />
        </dd>
        <dt>{t.city}</dt>
        <dd>
          <Say text={component.examples.city} language={language} />
        </dd>
      </dl>
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
