import { type Context, Hono } from 'hono'
import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { readForm } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import { findLatestDocument, getJourney, recordEvent, startClock } from '../record/index.ts'
import { changeBooking, findBooking, listParticipants, listPartners } from './booking-store.ts'
import { type Entry, insertCorrection, listCorrections, readEntries, saveEntry } from './entries-store.ts'
import { readParts, versionIn, writtenIn } from './forms.ts'
import { InterviewPage } from './interview-page.tsx'
import { aboutOf, change, guideOf, isOpen, seesNotes } from './load.ts'
import { askToCorrect, tellOfSummary } from './mails.ts'
import { interviewMessages } from './messages.ts'
import { freezeSummary } from './publish.ts'
import { markInterview, readInterview } from './store.ts'
import { missingFor, summaryState, summaryVersion } from './summary.ts'
import { CorrectPage, SummaryPage, type SummaryPageProps } from './summary-pages.tsx'

/** The summary: shared with the lead, corrected within three days, confirmed, frozen, opened again. */
export function summaryRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset } = deps

  const load = (c: Context<JourneyEnvironment>) => {
    const { actor, place } = c.var
    return asPerson(db, actor, async (tx) => {
      const journey = await getJourney(tx, place.journey.id)
      const interview = await readInterview(tx, journey.id)
      const { communityZone } = await aboutOf(tx, place)
      const entries = await readEntries(tx, journey.id)
      return {
        pack: (await guideOf(deps, journey)).pack,
        zones: { reader: actor.timeZone, community: communityZone },
        entries,
        corrections: await listCorrections(tx, journey.id),
        state: summaryState(interview, now()),
        open: isOpen(place, interview, now()),
        missing: missingFor(entries),
      }
    })
  }

  const summaryPage = async (
    c: Context<JourneyEnvironment>,
    given: Partial<Pick<SummaryPageProps, 'notice' | 'showMissing'>>,
    status: 200 | 409 | 422,
  ) => {
    const { place, standing } = c.var
    const view = await load(c)
    // Before it is shared it is still being written, by whoever writes it.
    if (view.state.kind === 'open' && !may('interview.edit', standing)) return toInterview(c)
    const props = { frame: frameOf(c, asset), place, standing, ...view, ...given }
    return c.html(documentOf(<SummaryPage {...props} />), status)
  }

  const toInterview = (c: Context<JourneyEnvironment>, ...rest: string[]) =>
    c.redirect(paths.journey(c.var.language, c.var.place.journey.id, 'interview', ...rest), 303)

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/interview/summary', guard('interview.see'), (c) => summaryPage(c, {}, 200))

    .post('/journeys/:journey/interview/share', guard('interview.edit'), async (c) => {
      const { actor, place } = c.var
      const form = await readForm(c.req)
      const outcome = await change(deps, c, async (tx, { journey, interview }) => {
        if (interview.sharedAt) return 'done'
        const entries = await readEntries(tx, journey.id)
        if (summaryVersion(entries) !== versionIn(form)) return 'stale'
        if (missingFor(entries).length > 0) return 'missing'
        await holdIfNot(tx, c, interview.heldAt)
        await markInterview(tx, journey.id, { sharedAt: now(), by: actor.personId })
        await record(tx, c, 'interview.summary-shared')
        const partners = await listPartners(tx, journey.communityId)
        const leads = partners.filter(({ roles }) => roles.includes('lead'))
        await askToCorrect(deps, tx, await aboutOf(tx, place), leads, now())
        return 'done'
      })
      const t = interviewMessages[c.var.language]
      if (outcome === 'missing') return summaryPage(c, { showMissing: true }, 422)
      if (outcome === 'stale') return summaryPage(c, { notice: t.stale }, 409)
      return toInterview(c, 'summary')
    })

    .get('/journeys/:journey/interview/correct', guard('interview.correct'), async (c) => {
      const { place, standing } = c.var
      const view = await load(c)
      if (view.state.kind !== 'shared') return toInterview(c, 'summary')
      return c.html(
        documentOf(<CorrectPage frame={frameOf(c, asset)} place={place} standing={standing} {...view} errors={[]} />),
      )
    })
    .post('/journeys/:journey/interview/correct', guard('interview.correct'), async (c) => {
      const { actor, place, standing, language } = c.var
      const form = await readForm(c.req)
      const view = await load(c)
      const { parts, errors } = readParts(form, new Set(), interviewMessages[language])
      // A correction changes the words of a part; its components and the language it was written in stay.
      const typed = parts.map((part): Entry => {
        const { tags = [], language: written = language } = view.entries.get(part.part) ?? {}
        return { ...part, tags, staysWithUs: false, language: written }
      })
      const page = (given: { saved?: ReadonlyMap<string, Entry> }, status: 409 | 422) => {
        const shown = new Map([...view.entries, ...typed.map((entry) => [entry.part, entry] as const)])
        const props = { ...view, frame: frameOf(c, asset), place, standing, entries: shown, errors, ...given }
        return c.html(documentOf(<CorrectPage {...props} />), status)
      }
      if (errors.length > 0) return page({}, 422)
      const conflicts = await change(deps, c, async (tx, { journey, interview }) => {
        const found = new Map<string, Entry>()
        if (interview.sharedAt === undefined) return found
        const before = await readEntries(tx, journey.id)
        let corrected = 0
        for (const entry of typed) {
          const saved = await saveEntry(tx, journey, entry, { at: now(), by: actor.personId })
          if (!saved.saved) found.set(entry.part, saved.current)
          if (!saved.saved || !saved.changed) continue
          corrected += 1
          await insertCorrection(tx, journey, {
            part: entry.part,
            before: before.get(entry.part)?.text ?? '',
            after: entry.text,
            language: entry.language,
            at: now(),
            by: actor.personId,
          })
        }
        if (corrected > 0) {
          await record(tx, c, 'interview.corrected', { parts: corrected })
          const partners = await listPartners(tx, journey.communityId)
          const to = partners.filter(({ roles }) => roles.includes('advisor'))
          await tellOfSummary(deps, tx, await aboutOf(tx, place), {
            kind: 'corrected',
            to,
            key: String(now().getTime()),
          })
        }
        return found
      })
      if (conflicts.size > 0) return page({ saved: conflicts }, 409)
      return toInterview(c, 'summary')
    })

    .post('/journeys/:journey/interview/confirm', guard('interview.correct'), async (c) => {
      const { actor, place } = c.var
      const form = await readForm(c.req)
      const t = interviewMessages[c.var.language]
      const outcome = await change(
        deps,
        c,
        async (tx, { journey, interview, now: at }) => {
          if (interview.frozenAt) return 'done'
          if (interview.sharedAt === undefined && !place.journey.alone) return 'stale'
          const entries = await readEntries(tx, journey.id)
          if (summaryVersion(entries) !== versionIn(form)) return 'stale'
          if (missingFor(entries).length > 0) return 'missing'
          await holdIfNot(tx, c, interview.heldAt)
          const held = await readInterview(tx, journey.id)
          await freezeSummary(deps, tx, { journey, interview: held, by: actor.personId, at, confirmed: true })
          const partners = await listPartners(tx, journey.communityId)
          const to = partners.filter(({ roles }) => roles.includes('advisor'))
          await tellOfSummary(deps, tx, await aboutOf(tx, place), { kind: 'frozen', to, key: String(at.getTime()) })
          return 'done'
        },
        () => place.journey.state === 'active',
      )
      if (outcome === 'missing') return summaryPage(c, { showMissing: true }, 422)
      if (outcome === 'stale') return summaryPage(c, { notice: t.stale }, 409)
      return toInterview(c)
    })

    .post('/journeys/:journey/interview/freeze', guard('interview.book'), async (c) => {
      const { actor } = c.var
      await change(
        deps,
        c,
        async (tx, { journey, interview, now: at }) => {
          if (summaryState(interview, at).kind !== 'over') return
          await freezeSummary(deps, tx, { journey, interview, by: actor.personId, at, confirmed: false })
        },
        () => c.var.place.journey.state === 'active',
      )
      return toInterview(c)
    })

    .post('/journeys/:journey/interview/reopen', guard('interview.edit'), async (c) => {
      const { actor, place, standing, language } = c.var
      const form = await readForm(c.req)
      const reason = writtenIn(form, 'reason').slice(0, 300)
      if (reason === '') {
        const view = await load(c)
        const more = await asPerson(db, actor, async (tx) => ({
          guide: (await guideOf(deps, await getJourney(tx, place.journey.id))).guide,
          interview: await readInterview(tx, place.journey.id),
          booking: await findBooking(tx, place.journey.id),
          participants: await listParticipants(tx, place.journey.id),
          document: (await findLatestDocument(tx, place.journey.id, 'needs-summary'))?.id,
        }))
        const props = { ...view, ...more, frame: frameOf(c, asset), place, standing, seesNotes: seesNotes(standing) }
        const reopenError = interviewMessages[language].reopenReasonMissing
        return c.html(documentOf(<InterviewPage {...props} reopenError={reopenError} />), 422)
      }
      await change(
        deps,
        c,
        async (tx, { journey, interview }) => {
          if (interview.frozenAt === undefined) return
          await markInterview(tx, journey.id, { reopened: reason })
          await record(tx, c, 'interview.summary-reopened', { reason })
        },
        () => place.journey.state === 'active' && place.journey.stage === 'interview',
      )
      return toInterview(c)
    })

  /** A summary is shared after the talk: where nobody noted that it took place, it has by now. */
  async function holdIfNot(
    tx: Parameters<typeof readInterview>[0],
    c: Context<JourneyEnvironment>,
    heldAt: Date | undefined,
  ): Promise<void> {
    if (heldAt) return
    const { id } = c.var.place.journey
    const booking = await findBooking(tx, id)
    const at = booking && booking.startsAt < now() ? booking.startsAt : now()
    if (booking?.state === 'booked') await changeBooking(tx, booking.id, { state: 'held' })
    await startClock(tx, id, at)
    await markInterview(tx, id, { heldAt: at })
    await record(tx, c, 'interview.held', { at: at.toISOString() })
  }

  async function record(
    tx: Parameters<typeof readInterview>[0],
    c: Context<JourneyEnvironment>,
    act: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const { actor, place } = c.var
    await recordEvent(tx, {
      communityId: place.communityId,
      journeyId: place.journey.id,
      personId: actor.personId,
      act,
      at: now(),
      detail,
    })
  }
}
