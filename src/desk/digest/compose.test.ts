import { expect, test } from 'vitest'
import { composeDigest, type Digest, type DigestReceiver } from './compose.ts'

const to: DigestReceiver = {
  personId: 'p1',
  name: 'Ada',
  email: 'ada@example.org',
  language: 'en',
  timeZone: 'America/Toronto',
}
const nothing: Digest = { cases: [], overdue: [], soon: [], parts: [] }
const given = { to, day: '2030-01-15', origin: 'https://waymark.example.org' }

test('who has nothing to do gets no mail', () => {
  expect(composeDigest(nothing, given)).toBeUndefined()
})

test('each kind of work has its lines, counted in the subject, with one way in', () => {
  const digest: Digest = {
    cases: [
      { community: 'Cedar Flats', step: 'review-card', unread: 2, isTheirs: true },
      { community: 'Elk Crossing', step: 'book-interview', unread: 1, isTheirs: false },
    ],
    overdue: [{ title: 'Write the inventory', community: 'Pine Harbour', due: '2030-01-10' }],
    soon: [],
    parts: [{ community: 'Pine Harbour', until: '2030-01-20' }],
  }
  const mail = composeDigest(digest, given)
  expect(mail).toMatchObject({
    key: 'digest:2030-01-15:p1',
    kind: 'digest',
    subject: 'Today: 5 things to do',
    link: { href: 'https://waymark.example.org/en/desk' },
  })
  expect(mail?.paragraphs).toEqual([
    'Needs you today, as an advisor:',
    '– Cedar Flats: Review and publish the report card',
    '– Cedar Flats: 2 new messages',
    '– Elk Crossing: 1 new message',
    'Actions that are overdue:',
    '– Write the inventory (Pine Harbour), due January 10, 2030',
    'Parts of a diagnostic that wait for your answers:',
    '– Pine Harbour, until January 20, 2030',
  ])
})

test('a member reads it in French, and long lists are cut with a count', () => {
  const soon = Array.from({ length: 17 }, (_, n) => ({ title: `Action ${n}`, community: 'Anse', due: '2030-01-16' }))
  const mail = composeDigest({ ...nothing, soon }, { ...given, to: { ...to, language: 'fr' } })
  expect(mail?.subject).toBe('Aujourd’hui\u00a0: 17 choses à faire')
  expect(mail?.paragraphs).toHaveLength(17)
  expect(mail?.paragraphs.at(-1)).toBe('– et 2 de plus')
  expect(mail?.link?.href).toBe('https://waymark.example.org/fr/start')
})
