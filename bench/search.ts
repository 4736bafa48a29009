// How long one search takes, on the shipped catalogue and on one of 5,000 generated items, both languages looked through. Beside it a plain
// ILIKE over titles and texts for the same words: no stems, no accents folded, no ranking, no slips. Goal: under 50 ms.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { publishRelease } from '../src/content/publish.ts'
import { readPack } from '../src/content/read.ts'
import { packHash } from '../src/content/release.ts'
import type { Item, ItemBody, Pack, Text } from '../src/content/schema.ts'
import { indexRelease } from '../src/library/index-release.ts'
import { search } from '../src/library/search.ts'
import type { Db } from '../src/platform/database/connection.ts'
import { openDatabase } from '../src/platform/database/open-database.ts'
import { chance, printTable, threeDigits } from './measure.ts'

const runs = 25
const generatedItems = 5000
const lessonsACourse = 3
const wordsALesson = 450

type Query = { what: string; language: 'en' | 'fr'; words: string; hours?: number }

const queries: Query[] = [
  { what: 'a common word', language: 'en', words: 'data' },
  { what: 'two words', language: 'en', words: 'privacy check' },
  { what: 'a sentence', language: 'en', words: 'what to do with an old list of names' },
  { what: 'a word and a filter', language: 'en', words: 'inventory', hours: 2 },
  { what: 'accents left out', language: 'fr', words: 'donnees' },
  { what: 'three words', language: 'fr', words: 'fiche de la vie privée' },
  { what: 'a slip', language: 'en', words: 'privcy' },
  { what: 'nothing there', language: 'en', words: 'xylophone' },
  { what: 'filters only', language: 'en', words: '', hours: 2 },
]

/** The shipped pack's items again and again, each with a text of its own made of the pack's sentences in another order. */
function generated(pack: Pack): Pack {
  const next = chance(20_261_125)
  const pick = <T>(values: readonly T[]) => values[Math.floor(next() * values.length)] as T
  const sentences = pack.items.flatMap((item) => [item.summary, ...item.objectives.map(({ text }) => text)])
  const written = Object.values(pack.bodies).flatMap((body) =>
    body.kind === 'course' ? body.lessons.map(({ text }) => text) : body.kind === 'guideline' ? [body.text] : [],
  )
  const lines = (language: 'en' | 'fr') =>
    [...sentences, ...written].flatMap((text) => text[language].split(/\n+|(?<=\.)\s/)).filter((line) => line !== '')
  const [english, french] = [lines('en'), lines('fr')]
  const prose = (words: number): Text => {
    const text = { en: '', fr: '' }
    while (text.en.length < words * 5.5) {
      const place = Math.floor(next() * english.length)
      text.en += `${english[place]} `
      text.fr += `${french[Math.floor((place / english.length) * french.length)]} `
    }
    return text
  }
  const titled = (number: number): Text => {
    const [a, b] = [pick(pack.items), pick(pack.items)]
    return { en: `${a.title.en}, ${b.title.en} ${number}`, fr: `${a.title.fr}, ${b.title.fr} ${number}` }
  }
  const items: Item[] = []
  const bodies: Record<string, ItemBody> = {}
  for (let number = 0; number < generatedItems; number += 1) {
    const like = pick(pack.items)
    const item = {
      ...like,
      id: `generated-${number}`,
      title: titled(number),
      summary: pick(sentences),
      prerequisites: [],
    }
    items.push(item)
    if (item.kind === 'guideline') {
      bodies[item.id] = { kind: 'guideline', text: prose(wordsALesson), figures: {}, templates: [], furtherReading: [] }
    }
    if (!item.kind.startsWith('course')) continue
    const lessons = Array.from({ length: lessonsACourse }, (_, index) => ({
      id: `lesson-${index + 1}`,
      title: pick(sentences),
      minutes: 10,
      text: prose(wordsALesson),
    }))
    const facilitator = { en: 'Read it together.', fr: 'Lisez-le ensemble.' }
    bodies[item.id] = {
      kind: 'course',
      lessons,
      facilitator,
      figures: {},
      checks: { a: [], b: [] },
      furtherReading: [],
    }
  }
  return { ...pack, version: `${pack.version}-generated`, items, bodies }
}

/** The plainest way: every word somewhere in the title or the text, as it is typed. */
async function plainScan(db: Db, release: string, { language, words, hours }: Query): Promise<number> {
  const each = words.split(' ').filter((word) => word !== '')
  const conditions = [
    sql`release = ${release}`,
    sql`language = ${language}`,
    ...(hours === undefined ? [] : [sql`hours <= ${hours}`]),
    ...each.map((word) => sql`(title ILIKE ${`%${word}%`} OR text ILIKE ${`%${word}%`})`),
  ]
  const { rows } = await sql`
    SELECT id, title, count(*) OVER () AS total FROM library_entry WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY title LIMIT 20`.execute(db)
  return rows.length
}

async function timesOf(work: () => Promise<unknown>): Promise<{ median: number; slowest: number }> {
  const times: number[] = []
  await work()
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(runs / 2)] ?? 0, slowest: times.at(-1) ?? 0 }
}

const read = await readPack('content/open-smart-cities')
if (!read.ok) throw new Error('the shipped pack does not pass its check')
const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'))
// PostgreSQL's own user keeps its files in here when root runs this.
await chmod(folder, 0o755)
const database = await openDatabase({ dataFolder: folder })
try {
  const { db } = database
  for (const pack of [read.pack, generated(read.pack)]) {
    const release = packHash(pack)
    await publishRelease(db, pack, release, new Date())
    const start = performance.now()
    await indexRelease(db, pack, release)
    const indexing = performance.now() - start
    const entries = await db
      .selectFrom('library_entry')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('release', '=', release)
      .executeTakeFirstOrThrow()
    const rows: string[][] = []
    for (const query of queries) {
      const { language, words, hours } = query
      const other = language === 'en' ? 'fr' : 'en'
      const filter = { offline: false, ...(hours === undefined ? {} : { hours }) }
      const ask = () => search(db, { release, language, otherLanguages: [other], words, filter, page: 1 })
      const found = await ask()
      const ours = await timesOf(ask)
      const plain = await timesOf(() => plainScan(db, release, query))
      rows.push([
        `${query.what} (${language}: ${words})`,
        `${found.total}`,
        threeDigits(ours.median),
        threeDigits(ours.slowest),
        threeDigits(plain.median),
        threeDigits(plain.median / ours.median),
      ])
    }
    printTable(
      `Search: ${pack.items.length} items, ${entries.count} texts in two languages, made searchable in ${threeDigits(indexing / 1000)} s; ${runs} searches each`,
      ['query', 'found', 'median ms', 'slowest ms', 'ILIKE ms', 'times faster'],
      rows,
    )
  }
} finally {
  await database.close()
  await rm(folder, { recursive: true, force: true })
}
