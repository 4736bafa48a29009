import { componentName, domainName, facetName, levelName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { type ReportCardReview, reviewWords } from '../../documents/reviewed-report-card.ts'
import { may, type Standing } from '../../domain/access.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { paths } from '../../paths.ts'
import type { Frame, JourneyEnvironment } from '../../people/index.ts'
import type { Language } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { Table } from '../../ui/parts.tsx'
import { findingWords } from '../../ui/words/findings.ts'
import type { Response } from '../diagnostic/index.ts'
import { type JourneyDocument, JourneyFrame } from '../record/index.ts'
import { ReportCardBody } from './body/index.ts'
import { reviewMessages } from './messages.ts'
import type { PublishedCard } from './published.ts'

export type PageProps = {
  frame: Frame
  place: JourneyEnvironment['Variables']['place']
  standing: Standing
}

/** Before it is published: that it is being worked on, and the way in for whoever reviews it. */
export function WaitingPage(props: PageProps & { locked: boolean }) {
  const { frame, place, standing } = props
  const { language } = frame
  const t = reviewMessages[language]
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="report-card" title={t.title}>
      {props.locked ? (
        <>
          <p class="lead">{t.inReview}</p>
          {may('report-card.review', standing) ? (
            <p class="actions">
              <a class="button" href={paths.journey(language, place.journey.id, 'report-card', 'review')}>
                {t.toReview}
              </a>
            </p>
          ) : (
            <p>{t.inReviewLead}</p>
          )}
        </>
      ) : (
        <p class="lead">{t.notYet}</p>
      )}
    </JourneyFrame>
  )
}

export type CardPageProps = PageProps & {
  pack: Pack
  published: PublishedCard
  document: JourneyDocument
  timeZone: string
  /** A further version is being worked on. */
  changing: boolean
}

/** The report card as it was published. */
export function CardPage(props: CardPageProps) {
  const { frame, place, standing, pack, published, document } = props
  const { language } = frame
  const t = reviewMessages[language]
  const file = (format?: 'pdf' | 'docx' | 'txt' | 'json') =>
    paths.journeyDocument(language, place.journey.id, document.id, format)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="report-card" title={t.title} wide>
      <p class="lead">
        {t.publishedOn(longDate(dayIn(document.publishedAt, props.timeZone), language), document.version)}
      </p>
      {props.changing && (
        <div class="note">
          <p>{t.again}</p>
        </div>
      )}
      <p class="actions">
        <a href={file()}>{t.document}</a>
        <a href={file('pdf')}>{`${t.downloads} PDF`}</a>
        <a href={file('docx')}>{`${t.downloads} Word`}</a>
        <a href={file('txt')}>{`${t.downloads} TXT`}</a>
        <a href={file('json')}>{`${t.downloads} JSON`}</a>
        {may('report-card.review', standing) && (
          <a href={paths.journey(language, place.journey.id, 'report-card', 'review')}>{t.toReview}</a>
        )}
      </p>
      <ReviewAdded review={published.review} pack={pack} language={language} />
      <ReportCardBody card={published.card} pack={pack} language={language} />
    </JourneyFrame>
  )
}

/** What the review adds: words about domains and findings, and evidence grades. */
export function ReviewAdded(props: { review: ReportCardReview; pack: Pack; language: Language }) {
  const { review, pack, language } = props
  const t = reviewMessages[language]
  const kinds = findingWords[language].kinds
  const grades = Object.entries(review.grades)
  if (review.domains.length + review.findings.length + grades.length === 0) return null
  const said = (text: string, from: string) =>
    text.split(/\n+/).map((line) => <p lang={from === language ? undefined : from}>{line}</p>)
  return (
    <section>
      <h2>{t.fromReview}</h2>
      {review.domains.map((one) => (
        <>
          <h3>{domainName(pack, one.domain, language)}</h3>
          {said(one.text, one.language)}
        </>
      ))}
      {review.findings.map((one) => (
        <>
          <h3>{kinds[one.kind as keyof typeof kinds]?.title ?? one.kind}</h3>
          {said(one.text, one.language)}
        </>
      ))}
      {grades.length > 0 && (
        <details>
          <summary>{t.grades}</summary>
          <p class="quiet">{t.gradesIntro}</p>
          <Table
            caption={t.grades}
            hideCaption
            head={[t.component, t.grade]}
            rows={grades.map(([component, grade]) => [
              componentName(pack, component, language),
              reviewWords[language].gradeNames[grade] ?? grade,
            ])}
          />
        </details>
      )}
    </section>
  )
}

/** The card as the community will see it, before anyone does. */
export function PreviewPage(props: PageProps & { pack: Pack; card: ReportCard; review: ReportCardReview }) {
  const { frame, place, standing, pack, card } = props
  const { language } = frame
  const t = reviewMessages[language]
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="report-card" title={t.previewTitle} wide>
      <p class="note">{t.previewNote}</p>
      <p class="actions">
        <a href={paths.journey(language, place.journey.id, 'report-card', 'review')}>{t.back}</a>
      </p>
      <ReviewAdded review={props.review} pack={pack} language={language} />
      <ReportCardBody card={card} pack={pack} language={language} />
    </JourneyFrame>
  )
}

/** Every figure, and the answers by code and role: for an advisor of the community alone. */
export function ExactPage(props: PageProps & { pack: Pack; card: ReportCard; responses: Response[] }) {
  const { frame, place, standing, pack, card, responses } = props
  const { language } = frame
  const t = reviewMessages[language]
  const asked = card.components.filter((one) => one.asked)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="report-card" title={t.exactTitle} wide>
      <p class="note amber">{t.exactNote}</p>
      <p class="actions">
        <a href={paths.journey(language, place.journey.id, 'report-card', 'review')}>{t.back}</a>
      </p>
      <h2>{t.answersTitle}</h2>
      {pack.facets.map((facet) => (
        <Table
          caption={`${t.answersTitle} – ${facetName(pack, facet.id, language)}`}
          head={[
            t.component,
            ...responses.map((one) => (
              <>
                {one.code}
                {one.role && <span class="quiet"> {one.role}</span>}
                {one.kind === 'paper' && <span class="quiet"> ({t.paper})</span>}
                {one.kind === 'phone' && <span class="quiet"> ({t.phone})</span>}
                {one.withdrawn && <span class="quiet"> ({t.withdrawn})</span>}
              </>
            )),
          ]}
          rows={asked.map(({ component }) => [
            componentName(pack, component, language),
            ...responses.map((one) => answerIn(one, component, facet.id)),
          ])}
        />
      ))}
      <ReportCardBody card={card} pack={pack} language={language} />
    </JourneyFrame>
  )

  function answerIn(response: Response, component: string, facetId: string): string {
    const mark = response.answers.find((one) => one.component === component)?.answer.given[facetId]
    const facet = pack.facets.find(({ id }) => id === facetId)
    if (mark === undefined || mark === null) return t.blank
    if (typeof mark === 'number') return `${mark} · ${levelName(facet, mark, language)}`
    return mark === 'na' ? t.notApplicable : t.dontKnow
  }
}
