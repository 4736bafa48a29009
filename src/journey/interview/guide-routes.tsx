import { type Context, Hono } from 'hono'
import { interviewGuideDocument } from '../../documents/needs-summary-document.ts'
import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import { getJourney, recordEvent } from '../record/index.ts'
import { type Entry, findKeptNote, readEntries, saveEntry, saveKeptNote } from './entries-store.ts'
import { listIn, readNote, readParts, readSetting, versionIn } from './forms.ts'
import { BlockPage, type BlockPageProps, GuidePage, type GuidePageProps } from './guide-pages.tsx'
import { change, guideOf, isMember, isWritable } from './load.ts'
import { interviewMessages } from './messages.ts'
import { NeedsPage } from './needs-page.tsx'
import { readInterview, saveSetting } from './store.ts'

/** The guide on screen with its notes, what stays with the community, and the needs. */
export function guideRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset } = deps

  /** A script asks for data, a form without one for a page. */
  const wantsData = (c: Context) => (c.req.header('accept') ?? '').startsWith('application/json')

  const load = (c: Context<JourneyEnvironment>) => {
    const { actor, place, standing } = c.var
    return asPerson(db, actor, async (tx) => {
      const journey = await getJourney(tx, place.journey.id)
      const interview = await readInterview(tx, journey.id)
      const writes = may('interview.edit', standing) && isWritable(place, interview, now())
      return { ...(await guideOf(deps, journey)), interview, entries: await readEntries(tx, journey.id), writes }
    })
  }

  const blockOf = (guide: GuidePageProps['guide'], id: string) => {
    const block = guide.blocks.find((candidate) => candidate.id === id)
    if (block === undefined) throw new NotFoundError()
    return block
  }

  const guidePage = async (
    c: Context<JourneyEnvironment>,
    given: Partial<Pick<GuidePageProps, 'setting' | 'errors' | 'notice'>>,
    status: 200 | 409 | 422,
  ) => {
    const { place, standing } = c.var
    const { guide, interview, entries, writes } = await load(c)
    const props = {
      frame: frameOf(c, asset),
      place,
      standing,
      guide,
      entries,
      writes,
      errors: [],
      setting: { language: '', ...withoutEmpty(interview) },
      version: interview.settingVersion,
      ...given,
    }
    return c.html(documentOf(<GuidePage {...props} />), status)
  }

  const blockPage = async (
    c: Context<JourneyEnvironment>,
    given: Partial<Pick<BlockPageProps, 'entry' | 'saved' | 'kept' | 'keptSaved' | 'errors'>>,
    status: 200 | 409 | 422,
  ) => {
    const { actor, place, standing } = c.var
    const { pack, guide, interview, entries, writes } = await load(c)
    const block = blockOf(guide, c.req.param('block') ?? '')
    const keeps = isMember(standing)
    const kept = keeps ? await asPerson(db, actor, (tx) => findKeptNote(tx, place.journey.id, block.id)) : undefined
    const part = `block:${block.id}`
    const props = {
      frame: frameOf(c, asset),
      place,
      standing,
      pack,
      guide,
      block,
      writes,
      keeps: keeps && isWritable(place, interview, now()),
      entry: entries.get(part) ?? empty(part, c.var.language),
      kept: kept ?? { text: '', version: 0 },
      errors: [],
      ...given,
    }
    return c.html(documentOf(<BlockPage {...props} />), status)
  }

  const needsPage = async (
    c: Context<JourneyEnvironment>,
    given: {
      typed?: Entry[]
      saved?: ReadonlyMap<string, Entry>
      errors?: { field: string; message: string }[]
    },
    status: 200 | 409 | 422,
  ) => {
    const { place, standing } = c.var
    const { pack, guide, entries } = await load(c)
    const shown = new Map([...entries, ...(given.typed ?? []).map((entry) => [entry.part, entry] as const)])
    const suggested = guide.blocks.find(({ id }) => id === 'needs')?.tags ?? []
    const props = {
      frame: frameOf(c, asset),
      place,
      standing,
      pack,
      suggested,
      entries: shown,
      ...(given.saved ? { saved: given.saved } : {}),
      errors: given.errors ?? [],
    }
    return c.html(documentOf(<NeedsPage {...props} />), status)
  }

  const noteOf = (c: Context<JourneyEnvironment>, form: PostedForm, part: string, text: string): Entry => ({
    part,
    text,
    staysWithUs: textIn(form, 'stays') === 'yes',
    language: c.var.language,
    tags: listIn(form, 'tags'),
    version: versionIn(form),
  })

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/interview/guide', guard('interview.notes'), (c) => guidePage(c, {}, 200))
    .post('/journeys/:journey/interview/guide', guard('interview.edit'), async (c) => {
      const { actor, place, language } = c.var
      const t = interviewMessages[language]
      const form = await readForm(c.req)
      const typed = {
        language: textIn(form, 'language'),
        languageWishes: textIn(form, 'wishes'),
        notesAgreed: textIn(form, 'agreed') === 'yes',
      }
      const read = readSetting(form, t)
      if (!read.ok) return guidePage(c, { setting: typed, errors: read.errors }, 422)
      const saved = await change(deps, c, async (tx, { journey, interview }) => {
        if (interview.settingVersion !== versionIn(form)) return false
        await saveSetting(tx, journey.id, read.value)
        await recordEvent(tx, {
          communityId: journey.communityId,
          journeyId: journey.id,
          personId: actor.personId,
          act: 'interview.consent-noted',
          at: now(),
          detail: { language: read.value.language, notes: read.value.notesAgreed },
        })
        return true
      })
      if (!saved) return guidePage(c, { setting: typed, notice: t.stale }, 409)
      return c.redirect(paths.journey(language, place.journey.id, 'interview', 'guide'), 303)
    })

    .get('/journeys/:journey/interview/guide.pdf', guard('interview.notes'), async (c) => {
      const { actor, place, language } = c.var
      const { pack, guide, release } = await asPerson(db, actor, async (tx) =>
        guideOf(deps, await getJourney(tx, place.journey.id)),
      )
      const date = dayIn(now(), actor.timeZone)
      const bytes = await deps.makeDocument(interviewGuideDocument({ pack, guide, language, release, date }), 'pdf')
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="interview-guide-${language}.pdf"`,
      })
    })

    .get('/journeys/:journey/interview/guide/:block', guard('interview.notes'), (c) => blockPage(c, {}, 200))
    .post('/journeys/:journey/interview/guide/:block', guard('interview.edit'), async (c) => {
      const { actor, place, language } = c.var
      const t = interviewMessages[language]
      const form = await readForm(c.req)
      const { guide, pack } = await load(c)
      const block = blockOf(guide, c.req.param('block'))
      const part = `block:${block.id}`
      const note = readNote(form, 'note', t)
      if (!note.ok) {
        if (wantsData(c)) return c.json({ errors: note.errors }, 422)
        return blockPage(c, { entry: noteOf(c, form, part, textIn(form, 'note')), errors: note.errors }, 422)
      }
      const known = new Set(pack.components.map(({ id }) => id))
      const typed = noteOf(c, form, part, note.value)
      const entry = { ...typed, tags: typed.tags.filter((id) => known.has(id)) }
      const outcome = await change(deps, c, async (tx, { journey }) => {
        const saved = await saveEntry(tx, journey, entry, { at: now(), by: actor.personId })
        // The record says that notes were begun, not each pause in writing.
        if (saved.saved && saved.changed && saved.version === 1) {
          await recordEvent(tx, {
            communityId: journey.communityId,
            journeyId: journey.id,
            personId: actor.personId,
            act: 'interview.notes-begun',
            at: now(),
            detail: { block: block.id },
          })
        }
        return saved
      })
      if (!outcome.saved) {
        if (wantsData(c)) return c.json({ conflict: true }, 409)
        return blockPage(c, { entry, saved: outcome.current }, 409)
      }
      if (wantsData(c)) return c.json({ versions: { version: outcome.version } })
      return c.redirect(paths.journey(language, place.journey.id, 'interview', 'guide', block.id), 303)
    })

    .post('/journeys/:journey/interview/guide/:block/kept', guard('interview.keep'), async (c) => {
      const { actor, place, language } = c.var
      const t = interviewMessages[language]
      const form = await readForm(c.req)
      const { guide } = await load(c)
      const block = blockOf(guide, c.req.param('block'))
      const version = versionIn(form)
      const note = readNote(form, 'kept', t)
      if (!note.ok) {
        if (wantsData(c)) return c.json({ errors: note.errors }, 422)
        return blockPage(c, { kept: { text: textIn(form, 'kept'), version }, errors: note.errors }, 422)
      }
      const kept = { text: note.value, version }
      const outcome = await change(deps, c, (tx, { journey }) =>
        saveKeptNote(tx, journey, { block: block.id, ...kept }, { at: now(), by: actor.personId }),
      )
      if (!outcome.saved) {
        if (wantsData(c)) return c.json({ conflict: true }, 409)
        return blockPage(c, { kept, keptSaved: outcome.current }, 409)
      }
      if (wantsData(c)) return c.json({ versions: { version: outcome.version } })
      return c.redirect(paths.journey(language, place.journey.id, 'interview', 'guide', block.id), 303)
    })

    .get('/journeys/:journey/interview/needs', guard('interview.edit'), (c) => needsPage(c, {}, 200))
    .post('/journeys/:journey/interview/needs', guard('interview.edit'), async (c) => {
      const { actor, place, language } = c.var
      const t = interviewMessages[language]
      const form = await readForm(c.req)
      const { pack } = await load(c)
      const { parts, errors } = readParts(form, new Set(pack.components.map(({ id }) => id)), t)
      const typed: Entry[] = parts.map((part) => ({ ...part, staysWithUs: false, language }))
      if (errors.length > 0) {
        if (wantsData(c)) return c.json({ errors }, 422)
        return needsPage(c, { typed, errors }, 422)
      }
      const outcome = await change(deps, c, async (tx, { journey }) => {
        const versions: Record<string, number> = {}
        const conflicts = new Map<string, Entry>()
        for (const entry of typed) {
          const saved = await saveEntry(tx, journey, entry, { at: now(), by: actor.personId })
          if (saved.saved) versions[`${entry.part}-version`] = saved.version
          else conflicts.set(entry.part, saved.current)
        }
        return { versions, conflicts }
      })
      if (outcome.conflicts.size > 0) {
        if (wantsData(c)) return c.json({ conflict: true, versions: outcome.versions }, 409)
        // What could be saved is saved; the form goes on from there.
        const shown = typed.map((entry) => ({
          ...entry,
          version: outcome.versions[`${entry.part}-version`] ?? entry.version,
        }))
        return needsPage(c, { typed: shown, saved: outcome.conflicts }, 409)
      }
      if (wantsData(c)) return c.json({ versions: outcome.versions })
      const rest = textIn(form, 'go') === 'summary' ? 'summary' : 'needs'
      return c.redirect(paths.journey(language, place.journey.id, 'interview', rest), 303)
    })
}

function empty(part: string, language: string): Entry {
  return { part, text: '', staysWithUs: false, language, version: 0, tags: [] }
}

function withoutEmpty(setting: { language: string | undefined; languageWishes: string; notesAgreed: boolean }) {
  const { language, languageWishes, notesAgreed } = setting
  return { ...(language ? { language } : {}), languageWishes, notesAgreed }
}
