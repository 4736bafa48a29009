import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPerson } from '../../test/builders/communities.ts'
import { testApp } from '../../test/test-app.ts'
import { asPerson } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import { indexAnswer, indexRelease } from './index.ts'

const service = await testApp()
const { app, db, pack, release } = service
await indexRelease(db, pack, release)

type Shown = { titles: string[]; text: string; html: string; status: number }

/** What a search page shows: the titles of its results, and its words. */
async function ask(query: string, language = 'en'): Promise<Shown> {
  const answer = await app.request(`/${language}/catalogue-search?${query}`)
  const html = await answer.text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const titles = [...main.matchAll(/class="row-title"><a href="[^"]*">(.*?)<\/a>/g)].map(([, title]) => title ?? '')
  return { titles, text: main.replace(/<[^>]+>/g, ' ').replace(/[ \n]+/g, ' '), html: main, status: answer.status }
}

test('accents left out find the words that have them, in capitals too', async () => {
  const [with_, without, capitals] = await Promise.all(
    ['données', 'donnees', 'DONNEES'].map((q) => ask(`q=${q}`, 'fr')),
  )
  expect(with_?.titles.length).toBeGreaterThan(5)
  expect(without?.titles).toEqual(with_?.titles)
  expect(capitals?.titles).toEqual(with_?.titles)
})

test('a word finds its other forms', async () => {
  expect((await ask('q=inventories')).titles).toEqual((await ask('q=inventory')).titles)
})

test('a slip is answered with the word that was meant, and says so', async () => {
  const { titles, text } = await ask('q=privcy')
  expect(titles.length).toBeGreaterThan(0)
  expect(text).toContain('Nothing holds “privcy”. These results are for “privacy” instead.')
  expect(text).toContain('Similar to “privcy”')
  expect((await ask('q=qualte', 'fr')).text).toContain('«\u00a0qualité\u00a0»')
})

test('each result says where the words stand, and marks them', async () => {
  const { html, text } = await ask('q=inventory')
  expect(text).toContain('In the title')
  expect(html).toMatch(/<p class="snippet">.*<mark>[^<]*inventor[^<]*<\/mark>/)
})

test('a title counts more than a text', async () => {
  const { titles, html } = await ask('q=list')
  expect(titles[0]?.toLowerCase()).toContain('list')
  const places = [...html.matchAll(/<p class="quiet">(In [^<]*)<\/p>/g)].map(([, why]) => why)
  expect(places.lastIndexOf('In the title')).toBeLessThan(places.indexOf('In its description'))
})

test('lessons are found, and lead to the lesson', async () => {
  const [course, body] = Object.entries(pack.bodies).find(([, one]) => one.kind === 'course') ?? []
  if (body?.kind !== 'course') throw new Error('the shipped pack has no course')
  const { html } = await ask(`q=${encodeURIComponent(body.lessons[0]?.title.en ?? '')}`)
  expect(html).toContain(`href="/en/catalogue/${course}/lessons/${body.lessons[0]?.id}"`)
})

test('filters narrow what was found, and stand without words too', async () => {
  const templates = pack.items.filter((item) => item.kind === 'template' && item.hours <= 1 && item.offline)
  const { text } = await ask('kind=template&hours=1&offline=yes')
  expect(text).toContain(templates.length === 1 ? '1 item' : `${templates.length} items`)
  const component = pack.components[0]
  const { titles } = await ask(`q=data&about=${component?.domain}/${component?.id}&kind=guideline`)
  const allowed = pack.items
    .filter((item) => item.kind === 'guideline' && item.lifts.some((lift) => lift.component === component?.id))
    .map((item) => item.title.en)
  expect(titles.every((title) => allowed.includes(title))).toBe(true)
})

test('a domain is all its components, and a level is one that an objective describes', async () => {
  const domain = pack.domains[0]
  const expected = pack.items.filter((item) =>
    [...item.lifts, ...item.objectives].some((one) => domain?.components.includes(one.component)),
  )
  expect((await ask(`about=${domain?.id}`)).text).toContain(`${expected.length} items`)
  const atTwo = pack.items.filter((item) => item.objectives.some((objective) => objective.level === 2))
  expect((await ask('level=2')).text).toContain(`${atTwo.length} items`)
})

test('a filter that means nothing is dropped, and so is a page that does not exist', async () => {
  const all = await ask('')
  expect((await ask('kind=poem&about=moon&level=99&hours=x&page=x')).text).toContain(`${pack.items.length} items`)
  expect(all.titles).toHaveLength(20)
  const last = Math.ceil(pack.items.length / 20)
  expect((await ask('page=900')).text).toContain(`Page ${last} of ${last}`)
})

test('what the other language holds under the words comes after, in its own language', async () => {
  const { html, text } = await ask('q=privacy', 'fr')
  expect(text).toMatch(/\d+ résultats? en anglais/)
  expect(html).toMatch(/<li lang="en"><a href="\/en\/catalogue\//)
})

test('when no text holds all the words, those that hold some are shown', async () => {
  const { titles, text } = await ask('q=inventory+xylophone')
  expect(titles.length).toBeGreaterThan(0)
  expect(text).toContain('No text holds all of these words.')
})

test('nothing found says what to try', async () => {
  const { titles, text } = await ask('q=xylophone')
  expect(titles).toEqual([])
  expect(text).toContain('Try another word')
})

test('what is typed is never run as markup or as a query', async () => {
  const { html, status } = await ask(`q=${encodeURIComponent(`<script>x</script> ' & ! :* ) -- "`)}`)
  expect(status).toBe(200)
  expect(html).not.toContain('<script>x')
  expect((await ask(`q=${'a'.repeat(5000)}`)).status).toBe(200)
  expect((await ask('q=%00%01')).status).toBe(200)
})

test('a search is drawn anew each time and kept by no cache of the service', async () => {
  const answer = await app.request('/en/catalogue-search?q=data')
  expect(answer.headers.get('etag')).toBeNull()
})

test('making a release searchable again changes nothing', async () => {
  const count = async () => (await sql<{ n: string }>`SELECT count(*) AS n FROM library_entry`.execute(db)).rows[0]?.n
  const before = await count()
  expect(await indexRelease(db, pack, release)).toBe('already-indexed')
  expect(await count()).toBe(before)
})

test('a published answer is found in its language until it is taken back, whoever takes it back', async () => {
  const id = randomUUID()
  const texts = { en: { title: 'May a drone film the quarry?', text: 'Yes, with a sign at the road.' } }
  const { personId } = await aPerson(service, { staff: ['author'] })
  const asAuthor = <T>(action: (tx: Tx) => Promise<T>) => asPerson(db, { personId }, action)
  await asAuthor(async (tx) => {
    await sql`INSERT INTO support_published (id, texts, month, removal_hash)
      VALUES (${id}, '{}', '2030-01-01', sha256('one'::bytea))`.execute(tx)
    await sql`UPDATE support_published SET state = 'published' WHERE id = ${id}`.execute(tx)
    await indexAnswer(tx, { id, components: ['privacy-protection'], texts })
  })
  const { titles, text, html } = await ask('q=quarry')
  expect(titles).toEqual(['May a drone film the quarry?'])
  expect(text).toContain('Answer to a question')
  expect(html).toContain(`href="/en/catalogue-answers/${id}"`)
  expect((await ask('q=quarry&kind=answer')).titles).toHaveLength(1)
  expect((await ask('q=quarry&kind=template')).titles).toEqual([])
  await asAuthor((tx) => sql`DELETE FROM support_published WHERE id = ${id}`.execute(tx))
  expect((await ask('q=quarry')).titles).toEqual([])
})
