import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../test/test-app.ts'
import type { CourseBody, Question } from '../content/schema.ts'
import { answerField, shownOrder } from '../domain/course-check.ts'

const { app, db, pack } = await testApp('sample')
const [course, body] = Object.entries(pack.bodies).find(([, one]) => one.kind === 'course') as [string, CourseBody]
const questions = body.checks.a

/** The right answer to a question, as the form posts it. */
function rightAnswer(question: Question): [string, string][] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.filter((one) => one.right).map((one) => [answerField(question.id), one.id])
    case 'order':
      return question.steps.map((step, place) => [answerField(question.id, step.id), String(place + 1)])
    case 'match':
      return question.pairs.map((pair) => [answerField(question.id, pair.id), pair.id])
    case 'number':
      return [[answerField(question.id), String(question.answer).replace('.', ',')]]
  }
}

const allRight = questions.flatMap((question) => rightAnswer(question))

const send = (fields: [string, string][], language = 'en') =>
  app.request(`/${language}/catalogue/${course}/check`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
  })

test('the check has a group with a legend for every question, and a label for every field', async () => {
  const html = await (await app.request(`/fr/catalogue/${course}/check`)).text()
  expect(html.match(/<legend/g)).toHaveLength(questions.length)
  const fields = [...html.matchAll(/<(?:input|select) [^>]*?id="([^"]+)"/g)].map(([, id]) => id)
  expect(fields.length).toBeGreaterThan(questions.length)
  for (const id of fields) expect(html).toContain(`for="${id}"`)
})

test('every kind of question is there, and steps and pairs are mixed the same way each time', () => {
  expect(new Set(questions.map(({ kind }) => kind))).toEqual(
    new Set(['single', 'multiple', 'order', 'match', 'number']),
  )
  for (const question of questions) expect(shownOrder(question, course)).toEqual(shownOrder(question, course))
})

test('right answers to everything are all right', async () => {
  const answer = await send(allRight)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain(`${questions.length} of ${questions.length} right`)
})

test('feedback stands beside every option, chosen or not', async () => {
  const html = await (await send([], 'fr')).text()
  expect(html).toContain(`0 bonne réponse sur ${questions.length}`)
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;')
  for (const question of questions) {
    const parts =
      question.kind === 'order'
        ? question.steps
        : question.kind === 'match'
          ? question.pairs
          : question.kind === 'number'
            ? []
            : question.options
    for (const part of parts) expect(html).toContain(escaped(part.feedback.fr))
  }
  expect(html).toContain('Sans réponse')
})

test('nothing of it is kept: no cookie, no cache, no row anywhere', async () => {
  const counts = async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'waymark'::regnamespace
        AND has_table_privilege(oid, 'SELECT')`.execute(db)
    const found: Record<string, string> = {}
    for (const { name } of rows) {
      const answer = await sql<{ n: string }>`SELECT count(*) AS n FROM ${sql.table(name)}`.execute(db)
      found[name] = answer.rows[0]?.n ?? ''
    }
    return found
  }
  const before = await counts()
  const answer = await send(allRight)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await counts()).toEqual(before)
  const again = await (await app.request(`/en/catalogue/${course}/check`)).text()
  expect(again).not.toContain('checked')
})

test('what is no form is refused, and what it does not ask is passed over', async () => {
  const json = await app.request(`/en/catalogue/${course}/check`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
  })
  expect(json.status).toBe(400)
  expect((await send([['q.other', '<script>']])).status).toBe(200)
})
