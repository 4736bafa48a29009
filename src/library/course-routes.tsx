import { Hono } from 'hono'
import { answersFromForm } from '../domain/course-check.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { readForm, textsIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import { CheckPage } from './check-page.tsx'
import type { LibraryDependencies } from './dependencies.ts'
import { getCourse, packWith } from './find.ts'
import { LessonPage } from './lesson-page.tsx'
import { PrintPage } from './print-page.tsx'

/** The lessons of a course, its check for practice, and the whole of it on paper. Nothing of what a reader does is kept. */
export function courseRoutes(deps: LibraryDependencies) {
  const { asset } = deps
  return new Hono<AppEnvironment>()
    .get('/catalogue/:item/lessons/:lesson', (c) => {
      const { item, body } = getCourse(packWith(deps, c.req.param('item')), c.req.param('item'))
      const lesson = body.lessons.find(({ id }) => id === c.req.param('lesson'))
      if (lesson === undefined) throw new NotFoundError()
      const props = { language: c.var.language, pack: packWith(deps, item.id), asset, item, body, lesson }
      return c.html(documentOf(<LessonPage {...props} />))
    })
    .get('/catalogue/:item/check', (c) => {
      const course = getCourse(packWith(deps, c.req.param('item')), c.req.param('item'))
      return c.html(documentOf(<CheckPage language={c.var.language} asset={asset} {...course} />))
    })
    .post('/catalogue/:item/check', async (c) => {
      const course = getCourse(packWith(deps, c.req.param('item')), c.req.param('item'))
      const form = await readForm(c.req)
      const answers = answersFromForm(course.body.checks.a, (field) => textsIn(form, field))
      c.header('Cache-Control', 'no-store')
      return c.html(documentOf(<CheckPage language={c.var.language} asset={asset} {...course} answers={answers} />))
    })
    .get('/catalogue/:item/print', (c) => {
      const course = getCourse(packWith(deps, c.req.param('item')), c.req.param('item'))
      return c.html(documentOf(<PrintPage language={c.var.language} asset={asset} {...course} />))
    })
}
