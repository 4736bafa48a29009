import { type Context, Hono } from 'hono'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import { listEnrolments } from './enrolment-store.ts'
import { ensureStarted, itemPage, lessonOf, lessonPage } from './item-routes.tsx'
import { loadStudied, readItem } from './load.ts'
import { noteMessages } from './note-messages.ts'
import { listNotes, longestNote, saveNote } from './note-store.ts'
import { wholeText } from './notes-form.tsx'
import { type NamedNote, NotesPage, notesAsText } from './notes-page.tsx'

/** Notes of one's own: all of them, and saving one. */
export function noteRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset } = deps

  /** All notes with the words for what they stand beside, in the text that the learner reads. */
  const namedNotes = async (c: Context<ActorEnvironment>): Promise<NamedNote[]> => {
    const { actor, language } = c.var
    const { notes, enrolments } = await asPerson(db, actor, async (tx) => ({
      notes: await listNotes(tx, actor.personId),
      enrolments: await listEnrolments(tx, actor.personId),
    }))
    const named: NamedNote[] = []
    for (const note of notes) {
      const release = enrolments.find(({ item }) => item === note.item)?.release
      const found = release === undefined ? undefined : await readItem(deps, release, note.item)
      const lesson =
        found?.body?.kind === 'course' ? found.body.lessons.find(({ id }) => id === note.lesson) : undefined
      named.push({
        ...note,
        itemTitle: found ? say(found.item.title, language).text : note.item,
        lessonTitle: lesson && say(lesson.title, language).text,
      })
    }
    return named
  }

  return new Hono<ActorEnvironment>()
    .get('/learn/notes', guard.program('study.own'), async (c) => {
      const notes = await namedNotes(c)
      return c.html(documentOf(<NotesPage frame={frameOf(c, asset)} timeZone={c.var.actor.timeZone} notes={notes} />))
    })
    .get('/learn/notes.txt', guard.program('study.own'), async (c) => {
      const t = noteMessages[c.var.language]
      return c.body(notesAsText(await namedNotes(c), t.allTitle), 200, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': `attachment; filename="${t.fileName}.txt"`,
      })
    })
    .post('/learn/:item/:lesson/notes', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const { personId } = actor
      const t = noteMessages[language]
      const form = await readForm(c.req)
      const studied = await loadStudied(deps, personId, c.req.param('item'))
      const lesson = c.req.param('lesson')
      const inCourse = studied.body?.kind === 'course'
      if (inCourse) lessonOf(studied, lesson)
      else if (lesson !== wholeText || studied.body?.kind === 'template') throw new NotFoundError()
      const wantsData = (c.req.header('accept') ?? '').startsWith('application/json')
      const body = textIn(form, 'note').replaceAll('\r\n', '\n')
      const version = Number(textIn(form, 'version'))
      const again = (notes: {
        body: string
        version: number
        errors?: { field: string; message: string }[]
        elsewhere?: string
      }) => (inCourse ? lessonPage(deps, c, studied, lesson, notes) : itemPage(deps, c, studied, { notes }))
      if (body.length > longestNote || !Number.isInteger(version) || version < 0) {
        if (wantsData) return c.json({ problem: 'too-long' }, 422)
        return c.html(await again({ body, version: 0, errors: [{ field: 'note', message: t.tooLong }] }), 422)
      }
      const at = now()
      const item = studied.item.id
      const saved = await asPerson(db, actor, async (tx) => {
        await ensureStarted(deps, tx, { personId, studied, at })
        return saveNote(tx, { personId, item, lesson, body, version, at })
      })
      if (!saved.ok) {
        if (wantsData) return c.json({ problem: 'changed-elsewhere' }, 409)
        // Sending it again now replaces what is shown above it.
        return c.html(await again({ body, version: saved.newest.version, elsewhere: saved.newest.body }), 409)
      }
      if (wantsData) return c.json({ versions: { version: saved.version } })
      return c.redirect(`${paths.study(language, item, ...(inCourse ? [lesson] : []))}#notes-title`, 303)
    })
}
