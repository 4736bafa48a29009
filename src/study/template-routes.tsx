import { type Context, Hono } from 'hono'
import { say } from '../content/text.ts'
import { templateValuesFromForm } from '../domain/template-values.ts'
import { templateKept } from '../journey/learning/index.ts'
import { listJourneys, recordEvent } from '../journey/record/index.ts'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, listOwnCommunities, type RoomDependencies } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import { NotFoundError } from '../platform/errors.ts'
import { downloadHeaders, uploadTypes } from '../platform/uploads/upload.ts'
import { readForm, textIn, textsIn } from '../platform/web/posted-form.ts'
import { dayIn } from '../ui/dates.ts'
import type { FieldError } from '../ui/parts.tsx'
import { listEnrolments } from './enrolment-store.ts'
import { insertEvent } from './event-store.ts'
import { finishIfDone } from './finish.ts'
import { identifiersOf } from './identifiers.ts'
import { ensureStarted } from './item-routes.tsx'
import { loadStudied, readItem, type Studied } from './load.ts'
import { problemsInWords, readMoreRows } from './template-fields.tsx'
import {
  downloadFormats,
  type FilledIn,
  makeTemplateFile,
  makeVersionFiles,
  storeVersionFiles,
  templateFileName,
  type VersionFiles,
} from './template-files.ts'
import { readFrom, readTemplatePage } from './template-handler.tsx'
import { fillMessages } from './template-messages.ts'
import { findDraft, insertTemplate, saveDraft } from './template-store.ts'

type C = Context<ActorEnvironment>

/** Filling in a template: a draft of one's own, its downloads, and keeping it for a community. */
export function templateRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps

  const load = async (c: C) => {
    const studied = await loadStudied(deps, c.var.actor.personId, c.req.param('item') ?? '')
    const { body } = studied
    if (body?.kind !== 'template') throw new NotFoundError()
    return { studied, body }
  }

  /** Courses under way of which this template is the exercise: saving it may be what was left of them. */
  const coursesWith = async (c: C, template: string): Promise<Studied[]> => {
    const { personId } = c.var.actor
    const enrolments = await asPerson(db, c.var.actor, (tx) => listEnrolments(tx, personId))
    const found: Studied[] = []
    for (const enrolment of enrolments.filter(({ doneAt }) => doneAt === undefined)) {
      const read = await readItem(deps, enrolment.release, enrolment.item)
      const lessons = read?.body?.kind === 'course' ? read.body.lessons : []
      if (read && lessons.some(({ exercise }) => exercise?.template === template)) found.push({ ...read, enrolment })
    }
    return found
  }

  const filledIn = (c: C, studied: Studied, values: FilledIn['values'], community?: string): FilledIn => {
    const { item, body, pack } = studied
    if (body?.kind !== 'template') throw new NotFoundError()
    return {
      pack,
      title: item.title,
      licence: item.licence,
      body,
      language: c.var.language,
      values,
      ...(community === undefined ? {} : { community }),
      date: dayIn(now(), c.var.actor.timeZone),
    }
  }

  /** Keeps the values for a community: files, values, the community's record, its pathway. @returns the template's id */
  const keepForCommunity = async (
    tx: Tx,
    c: C,
    given: {
      studied: Studied
      values: FilledIn['values']
      files: VersionFiles
      communityId: string
      name: string
      at: Date
    },
  ): Promise<string> => {
    const { studied, communityId, name, at } = given
    const { personId } = c.var.actor
    const { item, release } = studied
    const { language } = c.var
    const journey = (await listJourneys(tx, communityId)).find(
      ({ state, stage }) => state === 'active' && stage !== 'closed',
    )
    const stored = await storeVersionFiles(tx, given.files, {
      communityId,
      journeyId: journey?.id,
      name,
      title: item.title,
      language,
      version: 1,
      by: personId,
      at,
    })
    const id = await insertTemplate(tx, {
      ...stored,
      communityId,
      journeyId: journey?.id,
      item: item.id,
      release,
      name,
      language,
      values: given.values,
      by: personId,
      at,
    })
    const inJourney = journey ? { journeyId: journey.id } : {}
    await recordEvent(tx, {
      communityId,
      ...inJourney,
      personId,
      act: 'template.kept',
      at,
      detail: { template: id, item: item.id, version: 1 },
    })
    if (journey) {
      await templateKept(deps, tx, {
        journeyId: journey.id,
        communityId,
        item: item.id,
        fileId: stored.wordFile,
        personId,
        at,
      })
    }
    await insertEvent(tx, {
      personId,
      verb: 'shared',
      object: identifiersOf(deps.origin).item(item.id),
      objectKind: 'template',
      communityId,
      ...inJourney,
      at,
    })
    return id
  }

  return new Hono<ActorEnvironment>()
    .post('/learn/:item/form', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const { personId } = actor
      const t = fillMessages[language]
      const form = await readForm(c.req)
      const { studied, body } = await load(c)
      const { item } = studied
      const from = readFrom(textIn(form, 'from'))
      const typed = Number(textIn(form, 'version'))
      const version = Number.isInteger(typed) && typed >= 0 ? typed : 0
      const { values, problems } = templateValuesFromForm(body, (name) => textsIn(form, name))
      const keeps = textIn(form, 'act') === 'keep' && form.add === undefined
      const keep = { community: textIn(form, 'community'), name: textIn(form, 'name').replace(/\s+/g, ' ').trim() }
      const communities = keeps ? await asPerson(db, actor, (tx) => listOwnCommunities(tx, personId)) : []
      const community = communities.find(({ communityId, left }) => communityId === keep.community && !left)
      const errors: FieldError[] = problemsInWords(body, problems, language)
      if (keeps) {
        if (Object.keys(values).length === 0) errors.push({ field: 'content', message: t.nothingYet })
        if (community === undefined) errors.push({ field: 'community', message: t.communityMissing })
        if (keep.name === '') errors.push({ field: 'name', message: t.nameMissing })
        if (keep.name.length > 120) errors.push({ field: 'name', message: t.nameTooLong })
      }
      const typedKeep = form.name === undefined ? {} : { keep }
      const again = { values, version, ...typedKeep, ...(from ? { from } : {}) }
      if (errors.length > 0) return c.html(await readTemplatePage(deps, c, studied, { ...again, errors }), 422)
      const courses = await coursesWith(c, item.id)
      const files = community && (await makeVersionFiles(deps, filledIn(c, studied, values, community.name)))
      const at = now()
      const outcome = await asPerson(db, actor, async (tx) => {
        await ensureStarted(deps, tx, { personId, studied, at })
        const saved = await saveDraft(tx, { personId, item: item.id, values, version, at })
        if (!saved.ok) return saved
        if (saved.first) {
          await insertEvent(tx, {
            personId,
            verb: 'attempted',
            object: identifiersOf(deps.origin).item(item.id),
            objectKind: 'template',
            at,
          })
        }
        const id =
          community && files
            ? await keepForCommunity(tx, c, {
                studied,
                values,
                files,
                communityId: community.communityId,
                name: keep.name,
                at,
              })
            : undefined
        for (const one of [...courses, studied]) {
          await finishIfDone(deps, tx, { person: actor, item: one.item, body: one.body, language, at })
        }
        return { ok: true as const, id }
      })
      if (!outcome.ok) {
        const { newest } = outcome
        const both = { ...again, version: newest.version, elsewhere: newest.values }
        return c.html(await readTemplatePage(deps, c, studied, both), 409)
      }
      if (outcome.id && community) {
        return c.redirect(`${paths.community(language, community.communityId, 'templates', outcome.id)}?kept`, 303)
      }
      const more = readMoreRows(textIn(form, 'add'))
      const query = new URLSearchParams({
        ...(from ? { from: `${from.course}.${from.lesson}` } : {}),
        ...(more ? { rows: `${more.field}:${more.rows}` } : { saved: '' }),
      })
      return c.redirect(`${paths.study(language, item.id)}?${query}${more ? `#${more.field}` : ''}`, 303)
    })
    .get('/learn/:item/download/:format', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const format = downloadFormats.find((one) => one === c.req.param('format'))
      const { studied } = await load(c)
      const item = studied.item.id
      const draft = await asPerson(db, actor, (tx) => findDraft(tx, { personId: actor.personId, item }))
      if (format === undefined || draft === undefined) throw new NotFoundError()
      const content = await makeTemplateFile(deps, filledIn(c, studied, draft.values), format)
      const name = templateFileName(say(studied.item.title, language).text, language, format)
      return c.body(new Uint8Array(content), 200, downloadHeaders({ name, mediaType: uploadTypes[format] }))
    })
}
