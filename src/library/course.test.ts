import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { testApp } from '../../test/test-app.ts'
import type { CourseBody, Pack } from '../content/schema.ts'

const shipped = await testApp()
const small = await testApp('sample')

/** The first item of a pack whose body is of a kind. */
function first(pack: Pack, kind: string): string {
  const found = Object.entries(pack.bodies).find(([, body]) => body.kind === kind)
  if (found === undefined) throw new Error(`the pack has no ${kind} that is written`)
  return found[0]
}

const course = first(small.pack, 'course')
const body = small.pack.bodies[course] as CourseBody
const page = async (path: string) => {
  const answer = await small.app.request(path)
  return { answer, html: await answer.text() }
}

test('a lesson page weighs at most 30 KB compressed without its figures, in both languages', async () => {
  const heavy: string[] = []
  for (const { app, pack } of [shipped, small]) {
    for (const [item, one] of Object.entries(pack.bodies)) {
      if (one.kind !== 'course') continue
      for (const lesson of one.lessons) {
        for (const language of ['en', 'fr']) {
          const path = `/${language}/catalogue/${item}/lessons/${lesson.id}`
          const html = await (await app.request(path)).text()
          expect(html, path).toContain('<h1>')
          if (brotliCompressSync(html).length > 30_000) heavy.push(path)
        }
      }
    }
  }
  expect(heavy).toEqual([])
})

test('a lesson says its place and minutes, and leads back and on', async () => {
  const [one, two] = body.lessons
  const { html } = await page(`/en/catalogue/${course}/lessons/${two?.id}`)
  expect(html).toContain(`Lesson 2 of ${body.lessons.length} · about ${two?.minutes} minutes`)
  expect(html).toContain(`href="/en/catalogue/${course}/lessons/${one?.id}" rel="prev"`)
  const last = body.lessons.at(-1)
  expect((await page(`/fr/catalogue/${course}/lessons/${last?.id}`)).html).toContain(
    `href="/fr/catalogue/${course}/check" rel="next"`,
  )
  expect((await page(`/en/catalogue/${course}/lessons/nothing`)).answer.status).toBe(404)
})

test('a course’s page lists its lessons, its check and its files', async () => {
  const { html } = await page(`/en/catalogue/${course}`)
  for (const lesson of body.lessons) expect(html).toContain(`/catalogue/${course}/lessons/${lesson.id}`)
  for (const part of ['check', 'print', 'download']) expect(html).toContain(`href="/en/catalogue/${course}/${part}"`)
  expect(html).toContain(`href="/en/learn/${course}"`)
})

test('an item whose text is still to come says so, and what helps meanwhile', async () => {
  const unwritten = small.pack.items.find((item) => small.pack.bodies[item.id] === undefined)
  const { html } = await page(`/fr/catalogue/${unwritten?.id}`)
  expect(html).toContain('Son texte est encore en rédaction')
  expect(html).toContain('/fr/framework/')
  expect((await page(`/en/catalogue/${unwritten?.id}/print`)).answer.status).toBe(404)
})

test('figures come as drawings that may do nothing, and stay what they are in an earlier release', async () => {
  const withFigures = Object.entries(small.pack.bodies).find(
    ([, one]) => (one.kind === 'course' || one.kind === 'guideline') && Object.keys(one.figures).length > 0,
  )
  if (withFigures?.[1].kind !== 'course' && withFigures?.[1].kind !== 'guideline') throw new Error('no figures')
  const [name] = Object.keys(withFigures[1].figures)
  const address = `/fr/catalogue/${withFigures[0]}/figures/${name}.svg`
  const { answer, html } = await page(address)
  expect(answer.headers.get('content-type')).toMatch(/^image\/svg\+xml/)
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
  expect(html).toBe(withFigures[1].figures[name ?? '']?.fr)
  const pinned = await page(`${address}?release=${small.release}`)
  expect(pinned.html).toBe(html)
  expect(pinned.answer.headers.get('cache-control')).toContain('immutable')
  expect((await page(`${address}?release=${'0'.repeat(64)}`)).answer.status).toBe(404)
  expect((await page(`/fr/catalogue/${withFigures[0]}/figures/other.svg`)).answer.status).toBe(404)
})

test('the whole course on paper has every lesson, the answers at the end and the note for a group’s leader', async () => {
  const { html } = await page(`/en/catalogue/${course}/print`)
  for (const lesson of body.lessons) expect(html).toContain(`id="${lesson.id}"`)
  expect(html.indexOf('Answers to the check')).toBeGreaterThan(html.indexOf('id="check"'))
  expect(html).toContain('For whoever leads a group')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the downloaded file asks nothing of any network and runs nothing', async () => {
  for (const { app, pack } of [shipped, small]) {
    const answer = await app.request(`/fr/catalogue/${first(pack, 'course')}/download`)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+-fr\.html"$/)
    const html = await answer.text()
    expect(html).not.toMatch(/<(script|link|iframe|object|form)\b/)
    const fetched = [...html.matchAll(/\s(?:src|srcset|action|poster)="([^"]*)"/g)].map(([, address]) => address ?? '')
    expect(fetched.filter((address) => !address.startsWith('data:image/svg+xml'))).toEqual([])
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, address]) => address ?? '')
    expect(links.filter((address) => !/^(#|https?:|mailto:)/.test(address))).toEqual([])
    expect(html).not.toMatch(/@import|url\(/)
    expect(html).toContain('<details>')
  }
})

test('a blank template comes as Word, spreadsheet and a page to print, as its author offers them', async () => {
  const template = first(small.pack, 'template')
  const offered = small.pack.bodies[template]
  if (offered?.kind !== 'template') throw new Error('no template')
  const { html } = await page(`/en/catalogue/${template}`)
  expect(html).toContain(`href="/en/learn/${template}"`)
  for (const [format, ending] of [
    ['word', 'docx'],
    ['spreadsheet', 'xlsx'],
  ] as const) {
    const answer = await small.app.request(`/en/catalogue/${template}/files/${template}.${ending}`)
    expect(answer.status).toBe(offered.formats.includes(format) ? 200 : 404)
    if (answer.status === 200)
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK')
  }
  const blank = await page(`/fr/catalogue/${template}/files/${template}.html`)
  expect(blank.answer.headers.get('content-security-policy')).toContain('sandbox')
  for (const section of offered.sections) expect(blank.html).toContain(section.title.fr.replaceAll("'", '&#39;'))
  expect((await page(`/fr/catalogue/${template}/files/other.docx`)).answer.status).toBe(404)
})

test('guidelines and coaching sessions stand on their item’s page', async () => {
  const guideline = first(small.pack, 'guideline')
  expect((await page(`/en/catalogue/${guideline}`)).html).toContain('class="body-text"')
  const coaching = small.pack.bodies[first(small.pack, 'coaching')]
  if (coaching?.kind !== 'coaching') throw new Error('no coaching')
  const { html } = await page(`/en/catalogue/${first(small.pack, 'coaching')}`)
  for (const block of coaching.blocks) expect(html).toContain(block.title.en.replaceAll("'", '&#39;'))
})
