import { componentName, domainName, facetName, levelName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { reviewWords } from '../../documents/reviewed-report-card.ts'
import { may } from '../../domain/access.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { uiMessages } from '../../ui/messages.ts'
import { Choices, ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { findingGroups } from '../../ui/words/findings.ts'
import { resultWords } from '../../ui/words/results.ts'
import { JourneyFrame } from '../record/index.ts'
import { standing as standsAt } from './body/index.ts'
import type { PageProps } from './card-pages.tsx'
import { evidenceGrades } from './grades.ts'
import { reviewMessages } from './messages.ts'
import type { Comment, Rating, Review } from './review-store.ts'

export type ReviewPageProps = PageProps & {
  pack: Pack
  /** As the community will see it. */
  shown: ReportCard
  review: Review
  baseline: string
  comments: ReadonlyMap<string, Comment>
  ratings: ReadonlyMap<string, Rating>
  /** What someone else saved meanwhile. */
  saved?: ReadonlyMap<string, Comment>
  timeZone: string
  errors: FieldError[]
  notice?: string
}

/** What there is to review, how far it is, and publishing. */
export function ReviewPage(props: ReviewPageProps) {
  const { frame, place, standing, pack, shown, comments, ratings } = props
  const { language } = frame
  const t = reviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'report-card', ...rest)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="report-card" title={t.reviewTitle}>
      <ErrorSummary errors={props.errors} language={language} />
      {props.notice && (
        <div class="note amber" role="alert">
          <p>{props.notice}</p>
        </div>
      )}
      <p class="lead">{place.journey.alone ? t.reviewAlone : t.reviewLead}</p>
      <p class="actions">
        <a class="button second" href={at('preview')}>
          {t.preview}
        </a>
        {may('diagnostic.read-answers', standing) && <a href={at('exact')}>{t.exact}</a>}
      </p>
      <h2>{t.aboutDomains}</h2>
      <ul class="rows">
        {shown.domains.map(({ domain }) => {
          const own = shown.components.filter((one) => one.domain === domain && one.asked)
          const graded = own.filter(({ component }) => ratings.get(component)?.grade !== undefined).length
          return (
            <li>
              <a href={at('review', domain)}>{domainName(pack, domain, language)}</a>{' '}
              <span class="meta">
                {(comments.get(`domain:${domain}`)?.text ?? '') === '' ? t.noComment : t.commented}
                {own.length > 0 && ` · ${t.domainState(graded, own.length)}`}
              </span>
            </li>
          )
        })}
      </ul>
      <FindingsForm {...props} />
      <Publishing {...props} />
    </JourneyFrame>
  )
}

function FindingsForm(props: ReviewPageProps) {
  const { frame, place, pack, shown, comments, saved, review, errors } = props
  const { language } = frame
  const t = reviewMessages[language]
  const groups = findingGroups(shown, pack, language)
  const isRead = review.reviewedBaseline === props.baseline
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <form method="post" action={paths.journey(language, place.journey.id, 'report-card', 'review')}>
      <h2>{t.findingsTitle}</h2>
      <p>{groups.length === 0 ? t.findingsNone : t.findingsLead}</p>
      <Both
        language={language}
        lines={bothComments(comments, saved, (part) => groups.find(({ kind }) => part === `finding:${kind}`)?.title)}
      />
      {groups.map(({ kind, title, text, names }) => {
        const field = `finding-${kind}`
        const comment = comments.get(`finding:${kind}`)
        const version = saved?.get(`finding:${kind}`)?.version ?? comment?.version ?? 0
        return (
          <section class="review-line">
            <h3>{title}</h3>
            <p>{text}</p>
            {names.length > 0 && <p class="meta">{names.join(' · ')}</p>}
            <input type="hidden" name={`${field}-version`} value={String(version)} />
            <Words
              name={field}
              label={t.yourWords}
              hint={t.yourWordsHint}
              comment={comment}
              error={errorOf(field)}
              language={language}
            />
          </section>
        )
      })}
      <div class="choice field">
        <input type="checkbox" id="read" name="read" value="yes" checked={isRead} />
        <label for="read">{t.readAll}</label>
        {errorOf('read') && <p class="field-error">{errorOf('read')}</p>}
      </div>
      {isRead && review.reviewedAt && (
        <p class="quiet">{t.readOn(longDate(dayIn(review.reviewedAt, props.timeZone), language))}</p>
      )}
      <button type="submit" class="second">
        {t.saveFindings}
      </button>
    </form>
  )
}

function Publishing({ frame, place, standing, review, baseline }: ReviewPageProps) {
  const { language } = frame
  const t = reviewMessages[language]
  const isRead = review.reviewedBaseline === baseline
  const { published } = review
  const fresh = published?.baseline === baseline && published.changes === review.changes
  if (!may('report-card.publish', standing)) return null
  return (
    <section>
      <h2>{t.publishTitle}</h2>
      {fresh ? (
        <p>{t.nothingNew}</p>
      ) : (
        <>
          {published && <p class="note amber">{t.unpublished}</p>}
          {!isRead ? (
            <p>{t.publishNeedsReading}</p>
          ) : place.journey.stage !== 'report-card' || place.journey.state !== 'active' ? (
            <p>{t.publishNotNow}</p>
          ) : (
            <form method="post" action={paths.journey(language, place.journey.id, 'report-card', 'publish')}>
              <p>{t.publishLead}</p>
              <input type="hidden" name="changes" value={String(review.changes)} />
              <button type="submit">{published ? t.publishAgain(published.version + 1) : t.publish}</button>
            </form>
          )}
        </>
      )}
      <p class="actions">
        <a href={paths.journey(language, place.journey.id, 'report-card')}>{t.backToCard}</a>
      </p>
    </section>
  )
}

export type DomainPageProps = PageProps & {
  pack: Pack
  shown: ReportCard
  domain: string
  /** As shown in the form: what was typed, or what is saved. */
  comments: ReadonlyMap<string, Comment>
  ratings: ReadonlyMap<string, Rating>
  saved?: ReadonlyMap<string, Comment>
  savedRatings?: ReadonlyMap<string, Rating>
  next: string | undefined
  errors: FieldError[]
}

/** One domain: a comment, own ratings and evidence grades, with the result beside each. */
export function DomainPage(props: DomainPageProps) {
  const { frame, place, standing, pack, shown, domain, errors } = props
  const { language } = frame
  const t = reviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'report-card', ...rest)
  const part = `domain:${domain}`
  const comment = props.comments.get(part)
  const title = domainName(pack, domain, language)
  const results = shown.components.filter((one) => one.domain === domain && one.asked)
  const inWords = (rating: Rating | undefined) =>
    [
      ...Object.entries(rating?.levels ?? {}).map(
        ([facet, level]) =>
          `${facetName(pack, facet, language)} ${levelName(
            pack.facets.find(({ id }) => id === facet),
            level,
            language,
          )}`,
      ),
      ...(rating?.grade ? [reviewWords[language].gradeNames[rating.grade] ?? rating.grade] : []),
    ].join(', ')
  const lines = [
    ...bothComments(props.comments, props.saved, () => t.comment),
    ...[...(props.savedRatings ?? new Map<string, Rating>())].map(([component, theirs]) => ({
      label: componentName(pack, component, language),
      saved: inWords(theirs),
      yours: inWords(props.ratings.get(component)),
    })),
  ]
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="report-card" title={title}>
      <ErrorSummary errors={errors} language={language} />
      <Both language={language} lines={lines} />
      <form method="post" action={at('review', domain)}>
        <input
          type="hidden"
          name="comment-version"
          value={String(props.saved?.get(part)?.version ?? comment?.version ?? 0)}
        />
        <Words
          name="comment"
          label={t.comment}
          hint={t.commentHint}
          comment={comment}
          error={errors.find(({ field }) => field === 'comment')?.message}
          language={language}
        />
        {results.map((result) => {
          const { component } = result
          const rating = props.ratings.get(component)
          const version = props.savedRatings?.get(component)?.version ?? rating?.version ?? 0
          return (
            <section class="review-line">
              <h2>{componentName(pack, component, language)}</h2>
              <input type="hidden" name={`${component}-version`} value={String(version)} />
              <ul>
                {result.facets.map((facetResult) => (
                  <li>
                    {facetName(pack, facetResult.facet, language)}
                    {uiMessages[language].colon}
                    {result.scope === 'out'
                      ? resultWords[language].statuses['out-of-scope']
                      : standsAt(
                          facetResult,
                          pack.facets.find(({ id }) => id === facetResult.facet),
                          language,
                        )}
                  </li>
                ))}
              </ul>
              <div class="grades">
                {pack.facets.map((facet) => (
                  <div class="field">
                    <label class="label" for={`${component}-${facet.id}`}>
                      {t.ownRating(facetName(pack, facet.id, language))}
                    </label>
                    <select id={`${component}-${facet.id}`} name={`${component}-${facet.id}`}>
                      <option value="">{t.noRating}</option>
                      {facet.levels.map(({ level }) => (
                        <option value={String(level)} selected={rating?.levels[facet.id] === level}>
                          {level} · {levelName(facet, level, language)}
                        </option>
                      ))}
                    </select>
                  </div>
                ))}
              </div>
              <Choices
                name={`${component}-grade`}
                legend={t.gradeLegend}
                inline
                choices={[
                  { value: '', label: t.noGrade, checked: rating?.grade === undefined },
                  ...evidenceGrades.map((grade) => ({
                    value: grade,
                    label: reviewWords[language].gradeNames[grade] ?? grade,
                    checked: rating?.grade === grade,
                  })),
                ]}
              />
            </section>
          )
        })}
        <p class="hint">
          {t.ratingHint} {t.gradeHint}
        </p>
        <p class="actions">
          <button type="submit">{t.save}</button>
          {props.next && (
            <button type="submit" name="go" value="next" class="second">
              {t.saveNext}
            </button>
          )}
          <a href={at('review')}>{t.back}</a>
        </p>
      </form>
    </JourneyFrame>
  )
}

function Words(props: {
  name: string
  label: string
  hint: string
  comment: Comment | undefined
  error: string | undefined
  language: string
}) {
  const { name, comment, error } = props
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label class="label" for={name}>
        {props.label}
      </label>
      <p class="hint" id={`${name}-hint`}>
        {props.hint}
      </p>
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <textarea
        id={name}
        name={name}
        rows={4}
        lang={comment && comment.language !== props.language ? comment.language : undefined}
        aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`}
      >
        {comment?.text ?? ''}
      </textarea>
    </div>
  )
}

type BothLine = { label: string; saved: string; yours: string }

function bothComments(
  comments: ReadonlyMap<string, Comment>,
  saved: ReadonlyMap<string, Comment> | undefined,
  labelOf: (part: string) => string | undefined,
): BothLine[] {
  return [...(saved ?? new Map<string, Comment>())].map(([part, theirs]) => ({
    label: labelOf(part) ?? part,
    saved: theirs.text,
    yours: comments.get(part)?.text ?? '',
  }))
}

/** Both versions of what two people changed at once. */
function Both({ language, lines }: { language: keyof typeof reviewMessages; lines: BothLine[] }) {
  const t = reviewMessages[language]
  if (lines.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="conflict">
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      {lines.map(({ label, saved, yours }) => (
        <dl>
          <dt>
            <strong>{label}</strong> – {t.conflictSaved}
          </dt>
          <dd class="written">{saved || t.nothingWritten}</dd>
          <dt>
            <strong>{label}</strong> – {t.conflictYours}
          </dt>
          <dd class="written">{yours || t.nothingWritten}</dd>
        </dl>
      ))}
    </div>
  )
}
