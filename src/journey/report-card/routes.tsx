import { type Context, Hono } from 'hono'
import type { DocumentModel } from '../../documents/model.ts'
import { reviewedReportCard } from '../../documents/reviewed-report-card.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { type Language, languages } from '../../platform/languages.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { findBaseline, responsesOf } from '../diagnostic/index.ts'
import { findLatestDocument, getCommunityOf, getJourney, publishDocument, recordEvent } from '../record/index.ts'
import { baselineKey, loadResults, type Results } from './card.ts'
import { CardPage, ExactPage, PreviewPage, WaitingPage } from './card-pages.tsx'
import { changesIn, readComment, readRating } from './forms.ts'
import { tellOfReportCard } from './mails.ts'
import { reviewMessages } from './messages.ts'
import { type PublishedCard, reviewShown } from './published.ts'
import { DomainPage, ReviewPage } from './review-pages.tsx'
import {
  bumpReview,
  type Comment,
  lockReview,
  markPublished,
  markReviewed,
  type Rating,
  type Review,
  readComments,
  readRatings,
  readReview,
  saveComment,
  saveRating,
} from './review-store.ts'

/** The report card of a journey: reviewed by the advisor, published, read by the community. */
export function reportCardRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset, findContent } = deps

  const page = (c: Context<JourneyEnvironment>) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
  })

  /** @throws NotFoundError while there are no results to review */
  const resultsOf = async (c: Context<JourneyEnvironment>): Promise<Results> => {
    const results = await loadResults(deps, c.var.actor, c.var.place.journey.id)
    if (results === undefined) throw new NotFoundError()
    return results
  }

  const written = (c: Context<JourneyEnvironment>) =>
    asPerson(db, c.var.actor, async (tx) => {
      const { id } = c.var.place.journey
      return {
        review: await readReview(tx, id),
        comments: await readComments(tx, id),
        ratings: await readRatings(tx, id),
      }
    })

  /** Does an act of the review under its lock. */
  const change = <T,>(
    c: Context<JourneyEnvironment>,
    results: Results,
    act: (tx: Tx, review: Review) => Promise<T>,
  ): Promise<T> => {
    const { actor, place } = c.var
    if (place.journey.state !== 'active') throw new ConflictError()
    return asPerson(db, actor, async (tx) => {
      const review = await lockReview(tx, { id: place.journey.id, communityId: place.communityId }, results.baseline)
      return act(tx, review)
    })
  }

  const record = async (tx: Tx, c: Context<JourneyEnvironment>, act: string, detail: Record<string, unknown> = {}) => {
    const { actor, place } = c.var
    const about = { communityId: place.communityId, journeyId: place.journey.id, personId: actor.personId }
    await recordEvent(tx, { ...about, act, at: now(), detail })
  }

  const reviewPage = async (
    c: Context<JourneyEnvironment>,
    given: { typed?: Comment[]; saved?: ReadonlyMap<string, Comment>; errors?: FieldError[]; notice?: string },
    status: 200 | 409 | 422,
  ) => {
    const { pack, shown, baseline } = await resultsOf(c)
    const { review, comments, ratings } = await written(c)
    const all = new Map([...comments, ...(given.typed ?? []).map((one) => [one.part, one] as const)])
    const props = {
      ...page(c),
      pack,
      shown,
      baseline,
      review,
      ratings,
      comments: all,
      timeZone: c.var.actor.timeZone,
      errors: given.errors ?? [],
      ...(given.saved ? { saved: given.saved } : {}),
      ...(given.notice === undefined ? {} : { notice: given.notice }),
    }
    return c.html(documentOf(<ReviewPage {...props} />), status)
  }

  const domainPage = async (
    c: Context<JourneyEnvironment>,
    results: Results,
    given: {
      comment?: Comment
      ratings?: Rating[]
      saved?: ReadonlyMap<string, Comment>
      savedRatings?: ReadonlyMap<string, Rating>
      errors?: FieldError[]
    },
    status: 200 | 409 | 422,
  ) => {
    const domain = domainIn(c, results)
    const { comments, ratings } = await written(c)
    const order = results.pack.domains.map(({ id }) => id)
    const props = {
      ...page(c),
      pack: results.pack,
      shown: results.shown,
      domain,
      comments: new Map([...comments, ...(given.comment ? [[given.comment.part, given.comment] as const] : [])]),
      ratings: new Map([...ratings, ...(given.ratings ?? []).map((one) => [one.component, one] as const)]),
      next: order[order.indexOf(domain) + 1],
      errors: given.errors ?? [],
      ...(given.saved ? { saved: given.saved } : {}),
      ...(given.savedRatings ? { savedRatings: given.savedRatings } : {}),
    }
    return c.html(documentOf(<DomainPage {...props} />), status)
  }

  const domainIn = (c: Context<JourneyEnvironment>, { pack }: Results): string => {
    const domain = pack.domains.find(({ id }) => id === c.req.param('domain'))
    if (domain === undefined) throw new NotFoundError()
    return domain.id
  }

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/report-card', guard('report-card.see'), async (c) => {
      const { actor, place } = c.var
      const { baseline, document, review } = await asPerson(db, actor, async (tx) => ({
        baseline: await findBaseline(tx, place.journey.id),
        document: await findLatestDocument(tx, place.journey.id, 'report-card'),
        review: await readReview(tx, place.journey.id),
      }))
      const content = document && (await findContent(document.release))
      if (document === undefined || content === undefined) {
        return c.html(documentOf(<WaitingPage {...page(c)} locked={baseline !== undefined} />))
      }
      const { published } = review
      const current = baseline && baselineKey(baseline)
      const changing = published?.changes !== review.changes || published.baseline !== current
      const props = { document, changing, pack: content.pack, timeZone: actor.timeZone }
      return c.html(documentOf(<CardPage {...page(c)} {...props} published={document.data as PublishedCard} />))
    })

    .get('/journeys/:journey/report-card/preview', guard('report-card.review'), async (c) => {
      const { pack, shown } = await resultsOf(c)
      const { comments, ratings } = await written(c)
      const review = reviewShown(shown, comments, ratings)
      return c.html(documentOf(<PreviewPage {...page(c)} pack={pack} card={shown} review={review} />))
    })

    .get('/journeys/:journey/report-card/exact', guard('diagnostic.read-answers'), async (c) => {
      const { pack, whole, roundId } = await resultsOf(c)
      const responses = await asPerson(db, c.var.actor, (tx) => responsesOf(tx, roundId))
      return c.html(documentOf(<ExactPage {...page(c)} pack={pack} card={whole} responses={responses} />))
    })

    .get('/journeys/:journey/report-card/review', guard('report-card.review'), (c) => reviewPage(c, {}, 200))
    .post('/journeys/:journey/report-card/review', guard('report-card.review'), async (c) => {
      const { actor, place, language } = c.var
      const t = reviewMessages[language]
      const form = await readForm(c.req)
      const results = await resultsOf(c)
      const kinds = [...new Set(results.shown.findings.map(({ kind }) => kind))]
      const read = kinds
        .filter((kind) => form[`finding-${kind}`] !== undefined)
        .map((kind) => readComment(form, `finding-${kind}`, `finding:${kind}`, language, t))
      const typed = read.map(({ comment }) => comment)
      const errors = read.flatMap((one) => one.errors)
      const isRead = textIn(form, 'read') === 'yes'
      if (errors.length > 0) return reviewPage(c, { typed, errors }, 422)
      const conflicts = await change(c, results, async (tx, review) => {
        const found = new Map<string, Comment>()
        const journey = { id: place.journey.id, communityId: place.communityId }
        let changed = 0
        for (const comment of typed) {
          const saved = await saveComment(tx, journey, comment, { at: now(), by: actor.personId })
          if (!saved.saved) found.set(comment.part, saved.current)
          else if (saved.changed) changed += 1
        }
        if (changed > 0) {
          await bumpReview(tx, journey.id)
          await record(tx, c, 'report-card.findings-worded', { findings: changed })
        }
        if (isRead && found.size === 0 && review.reviewedBaseline !== results.baseline) {
          await markReviewed(tx, journey.id, { baseline: results.baseline, at: now(), by: actor.personId })
          await record(tx, c, 'report-card.reviewed')
        }
        return found
      })
      if (conflicts.size > 0) return reviewPage(c, { typed, saved: conflicts }, 409)
      return c.redirect(paths.journey(language, place.journey.id, 'report-card', 'review'), 303)
    })

    .get('/journeys/:journey/report-card/review/:domain', guard('report-card.review'), async (c) =>
      domainPage(c, await resultsOf(c), {}, 200),
    )
    .post('/journeys/:journey/report-card/review/:domain', guard('report-card.review'), async (c) => {
      const { actor, place, language } = c.var
      const form = await readForm(c.req)
      const results = await resultsOf(c)
      const domain = domainIn(c, results)
      const { comment, errors } = readComment(form, 'comment', `domain:${domain}`, language, reviewMessages[language])
      const ratings = results.shown.components
        .filter((one) => one.domain === domain && one.asked)
        .filter(({ component }) => form[`${component}-version`] !== undefined)
        .map(({ component }) => readRating(form, component, results.pack.facets))
      if (errors.length > 0) return domainPage(c, results, { comment, ratings, errors }, 422)
      const outcome = await change(c, results, async (tx) => {
        const journey = { id: place.journey.id, communityId: place.communityId }
        const who = { at: now(), by: actor.personId }
        const saved = new Map<string, Comment>()
        const savedRatings = new Map<string, Rating>()
        let changed = 0
        const words = await saveComment(tx, journey, comment, who)
        if (!words.saved) saved.set(comment.part, words.current)
        else if (words.changed) changed += 1
        for (const rating of ratings) {
          const one = await saveRating(tx, journey, rating, who)
          if (!one.saved) savedRatings.set(rating.component, one.current)
          else if (one.changed) changed += 1
        }
        if (changed > 0) {
          await bumpReview(tx, journey.id)
          await record(tx, c, 'report-card.domain-reviewed', { domain })
        }
        return { saved, savedRatings }
      })
      if (outcome.saved.size + outcome.savedRatings.size > 0) {
        // What could be saved is saved: the form shows those versions, so that sending it again asks about the rest only.
        const { comments, ratings: kept } = await written(c)
        const mine = outcome.saved.size > 0 ? { comment } : comments.get(comment.part)
        const shownRatings = ratings.map((one) =>
          outcome.savedRatings.has(one.component) ? one : (kept.get(one.component) ?? one),
        )
        const shownComment = mine && 'comment' in mine ? mine.comment : mine
        return domainPage(
          c,
          results,
          { ...outcome, ratings: shownRatings, ...(shownComment ? { comment: shownComment } : {}) },
          409,
        )
      }
      const order = results.pack.domains.map(({ id }) => id)
      const next = order[order.indexOf(domain) + 1]
      const rest = textIn(form, 'go') === 'next' && next ? ['review', next] : ['review']
      return c.redirect(paths.journey(language, place.journey.id, 'report-card', ...rest), 303)
    })

    .post('/journeys/:journey/report-card/publish', guard('report-card.publish'), async (c) => {
      const { actor, place, language } = c.var
      const t = reviewMessages[language]
      const form = await readForm(c.req)
      const results = await resultsOf(c)
      if (place.journey.stage !== 'report-card') throw new ConflictError()
      const outcome = await change(c, results, async (tx, review) => {
        const { published } = review
        // A second click: it is published already.
        if (published?.changes === review.changes && published.baseline === results.baseline) return 'done'
        if (review.reviewedBaseline !== results.baseline) return 'unread'
        if (review.changes !== changesIn(form)) return 'stale'
        const journey = await getJourney(tx, place.journey.id)
        const community = await getCommunityOf(tx, journey.communityId)
        const shownReview = reviewShown(
          results.shown,
          await readComments(tx, journey.id),
          await readRatings(tx, journey.id),
        )
        const values = {
          pack: results.pack,
          card: results.shown,
          community: community.name,
          date: dayIn(results.lockedAt, community.time_zone),
        }
        const models = Object.fromEntries(
          languages.map((one) => [one, reviewedReportCard({ ...values, language: one }, shownReview)]),
        ) as Record<Language, DocumentModel>
        const data: PublishedCard = { schemaVersion: 1, card: results.shown, review: shownReview }
        const { version } = await publishDocument(
          tx,
          { ...journey, release: results.release },
          {
            kind: 'report-card',
            models,
            data,
            at: now(),
            by: actor.personId,
          },
        )
        await markPublished(tx, journey.id, { baseline: results.baseline, changes: review.changes, version })
        await record(tx, c, 'report-card.published', { version })
        await tellOfReportCard(deps, tx, { place, version, by: actor.personId })
        return 'done'
      })
      if (outcome === 'unread') {
        return reviewPage(c, { errors: [{ field: 'read', message: t.readAllMissing }] }, 422)
      }
      if (outcome === 'stale') return reviewPage(c, { notice: t.stale }, 409)
      return c.redirect(paths.journey(language, place.journey.id, 'report-card'), 303)
    })
}
