import type { Domain, Pack } from '../../content/schema.ts'
import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { Choices, Say } from '../../ui/parts.tsx'
import { type AnswerWords, describeAnswer, withNumbers } from '../record/describe-answer.ts'
import { isDone, type SelfCheckRecord } from '../record/record.ts'
import { selfCheckMessages } from './messages.ts'
import { askedUnderLink, type KeptProgress } from './progress.tsx'
import { answerWords, type KeptPage, SelfCheckPage, type SelfCheckPageProps } from './shell.tsx'

/** A self-check under a private link, as the review shows it. */
export type KeptReview = KeptPage & KeptProgress & { record: SelfCheckRecord; version: number; conflict: boolean }

/** Every answer on one page, by domain, each with the way to change it. */
export function ReviewPage(props: SelfCheckPageProps & { kept?: KeptReview }) {
  const { language, pack, kept } = props
  const t = selfCheckMessages[language]
  const place: SelfCheckPlace = kept ? { kind: 'kept', token: kept.token } : onDevice
  const words = answerWords(pack, language)
  const script = { ...words, states: t.states, of: t.of, answeredOf: t.answeredOf, missing: t.missing }
  return (
    <SelfCheckPage
      {...props}
      {...(kept ? { kept } : {})}
      at={paths.review}
      title={t.reviewTitle}
      script={{ page: 'review', words: script, pack: true }}
    >
      <Content {...props} place={place} words={words} />
    </SelfCheckPage>
  )
}

type ContentProps = SelfCheckPageProps & { kept?: KeptReview; place: SelfCheckPlace; words: AnswerWords }

function Content(props: ContentProps) {
  const { language, pack, kept, place } = props
  const t = selfCheckMessages[language]
  const asked = kept ? askedUnderLink(pack, kept) : pack.components
  const done = kept ? asked.filter(({ id }) => isDone(kept.states[id] ?? 'blank')).length : 0
  const counts = { n: done, m: asked.length }
  const missing = asked.length - done
  const silent = kept ? pack.domains.filter((domain) => !hasVoice(domain, asked, kept, props.words)) : []
  return (
    <>
      <h1>{t.reviewTitle}</h1>
      <p class="lead">{t.reviewLead}</p>
      <p>
        <strong id="answered">{kept && withNumbers(t.answeredOf, counts)}</strong>
      </p>
      <div class="note" id="open" hidden={!kept || (missing === 0 && silent.length === 0)}>
        <p id="missing">{kept && withNumbers(t.missing, { n: missing, m: asked.length })}</p>
        <p id="needs-voice" hidden={!kept || silent.length === 0}>
          {t.needsVoice}
        </p>
      </div>
      <p class="actions">
        <a class="button" href={paths.reportCard(language, place)}>
          {t.toReportCard}
        </a>
      </p>
      {pack.domains.map((domain) => (
        <DomainRows {...props} domain={domain} asked={asked.filter((component) => component.domain === domain.id)} />
      ))}
      <Needs language={language} pack={pack} place={place} asked={asked} {...(kept ? { kept } : {})} />
      <p class="actions">
        <a class="button" href={paths.reportCard(language, place)}>
          {t.toReportCard}
        </a>
      </p>
    </>
  )
}

function DomainRows(props: ContentProps & { domain: Domain; asked: Pack['components'] }) {
  const { language, kept, place, domain, asked, words } = props
  const t = selfCheckMessages[language]
  if (asked.length === 0) return null
  const voice = kept && hasVoice(domain, asked, kept, words)
  const done = kept ? asked.filter(({ id }) => isDone(kept.states[id] ?? 'blank')).length : 0
  return (
    <section data-domain={domain.id}>
      <h2>
        <Say text={domain.name} language={language} />{' '}
        <span class="quiet" data-count>
          {kept && `${done} ${t.of} ${asked.length}`}
        </span>
      </h2>
      <p class="meta" data-no-voice hidden={!kept || voice}>
        {t.noVoice}
      </p>
      <ul class="rows answers">
        {asked.map((component) => (
          <li data-of={component.id} data-core={component.core ? '' : undefined}>
            <p>
              <a href={paths.question(language, place, component.id)}>
                <Say text={component.name} language={language} />
              </a>{' '}
              <span class="state" data-state>
                {kept && t.states[kept.states[component.id] ?? 'blank']}
              </span>
            </p>
            <p data-check-again hidden={!kept?.checkAgain.includes(component.id)}>
              <strong>{t.checkAgain}</strong>
            </p>
            <p class="meta" data-marks>
              {kept &&
                describeAnswer(kept.record.answers[component.id] ?? { given: {} }, words)
                  .map(([label, value]) => `${label}${words.colon}${value}`)
                  .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Someone said something about the first facet of one of the domain's components, "don't know" included. */
function hasVoice(domain: Domain, asked: Pack['components'], kept: KeptReview, words: AnswerWords): boolean {
  const first = words.facets[0]?.id ?? ''
  const inDomain = asked.filter((component) => component.domain === domain.id)
  return inDomain.length === 0 || inDomain.some(({ id }) => (kept.record.answers[id]?.given[first] ?? null) !== null)
}

type NeedsProps = {
  language: Language
  pack: Pack
  place: SelfCheckPlace
  asked: Pack['components']
  kept?: KeptReview
}

function Needs({ language, place, asked, kept }: NeedsProps) {
  const t = selfCheckMessages[language]
  const choices = (
    <Choices
      name="needs"
      legend={t.needsLead}
      several
      choices={asked.map((component) => ({
        value: component.id,
        label: <Say text={component.name} language={language} />,
        checked: kept?.record.needs.includes(component.id) ?? false,
      }))}
    />
  )
  return (
    <details class="needs">
      <summary>{t.needsTitle}</summary>
      {kept ? (
        <form method="post" action={paths.review(language, place)}>
          <input type="hidden" name="version" value={String(kept.version)} />
          {choices}
          <button type="submit" class="second">
            {t.needsSave}
          </button>
        </form>
      ) : (
        <form id="needs-form">
          <fieldset id="answers" disabled>
            {choices}
          </fieldset>
        </form>
      )}
    </details>
  )
}
