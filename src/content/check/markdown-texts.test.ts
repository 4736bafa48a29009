import { expect, test } from 'vitest'
import { type Edit, samplePackWith, swap } from '../../../test/builders/broken-pack.ts'
import { problemLine } from '../problems.ts'
import { examinePack } from '../read.ts'

const folder = 'catalogue/shelf-care-first-steps'
const english = `${folder}/lessons/worn-books.en.md`
const french = `${folder}/lessons/worn-books.fr.md`

async function linesAfter(edits: Record<string, Edit>) {
  const { problems } = await examinePack(await samplePackWith(edits))
  const lines = (severity: string) =>
    problems.filter((problem) => problem.severity === severity).map((problem) => problemLine(problem))
  return { errors: lines('error'), notes: lines('note').slice() }
}

/** The same addition to the English and the French text, so that only its content is at fault. */
const inBoth = (addition: string): Record<string, Edit> => ({
  [english]: (text) => `${text}\n${addition}\n`,
  [french]: (text) => `${text}\n${addition}\n`,
})

test.each<[string, Record<string, Edit>, string]>([
  [
    'a heading more in French',
    { [french]: (text) => `${text}\n## Encore\n` },
    `${french}:20 [shelf-care-first-steps] headings differ from the English text: h2, h2, h2 (allowed: h2, h2)`,
  ],
  [
    'a heading of another level',
    { [french]: swap('## Dans un hameau', '### Dans un hameau') },
    `${french}:14 [shelf-care-first-steps] headings differ from the English text: h2, h3 (allowed: h2, h2)`,
  ],
  [
    'a list entry less in French',
    { [french]: swap('4. Le papier est humide.\n', '') },
    'lists differ from the English text: 1. × 3 (allowed: 1. × 4)',
  ],
  [
    'a figure that French does not show',
    { [french]: (text) => text.replace(/^!\[.*$/mu, '') },
    'figures differ from the English text: none (allowed: figure:four-signs)',
  ],
  [
    'a link that French does not have',
    { [french]: swap('[guide du soin des rayons](item:guide-shelf-care)', 'guide') },
    'links of the pack differ from the English text: none',
  ],
  [
    'a table line less in French',
    { [`${folder}/lessons/one-shelf.fr.md`]: swap('| 15 | Écrire la liste des rayons |\n', '') },
    'tables differ from the English text: 2 × 3 (allowed: 2 × 4)',
  ],
  ['a heading of level 1', inBoth('# Top'), 'a heading of level 1 does not fit here (allowed: 2 to 3)'],
  ['a level left out', inBoth('## One\n\n#### Three'), 'a heading of level 4 does not fit here (allowed: 2 to 3)'],
  ['raw HTML', inBoth('<script>alert(1)</script>'), 'raw HTML is never shown as such: <script>'],
  ['raw HTML in a line', inBoth('a <b>bold</b> word'), 'raw HTML is never shown as such: <b>'],
  [
    'a picture from elsewhere',
    inBoth('![A shelf](http://example.org/shelf.png)'),
    'a picture from elsewhere: http://example.org/shelf.png',
  ],
  ['a figure that is not there', inBoth('![A shelf](figure:shelf)'), '"shelf" leads nowhere (allowed: four-signs)'],
  ['a figure without words', inBoth('![](figure:four-signs)'), 'a figure without words for those who do not see it'],
  ['a link to an item that is not there', inBoth('[x](item:guide-dust)'), '"guide-dust" leads nowhere'],
  [
    'a link to a component of another domain',
    inBoth('[x](component:welcome/shelf-care)'),
    '"welcome/shelf-care" leads nowhere',
  ],
  ['a link of another kind', inBoth('[x](ftp://example.org)'), 'a link that leads nowhere: ftp://example.org'],
  ['a link to a file beside', inBoth('[x](../other.md)'), 'a link that leads nowhere: ../other.md'],
  [
    'a straight apostrophe',
    { [english]: swap('A worn book is not', "A worn book isn't") },
    `${english}:3 [shelf-care-first-steps] a straight apostrophe`,
  ],
  [
    'a straight mark in a caption',
    { [english]: swap('side by side: loose spine', "side by side: the spine's loose") },
    'a straight apostrophe',
  ],
  [
    'a slip of French typography',
    { [french]: swap('Cherchez quatre signes.', 'Prêts ?') },
    `${french}:3 [shelf-care-first-steps] French has no space before ? ! ;`,
  ],
  [
    'a French caption without its no-break space',
    { [french]: swap('côte à côte\u00a0:', 'côte à côte :') },
    'French has a no-break space (U+00A0) before :',
  ],
  [
    'an English text that is hard to read',
    {
      [english]: (text) =>
        `${text}\n${'Institutional accountability necessitates comprehensive documentation of organizational responsibilities. '.repeat(6)}\n`,
    },
    'the English text reads at grade',
  ],
  [
    'French sentences that are too long',
    { [french]: (text) => `${text}\n${`${'mot '.repeat(60)}. `.repeat(6)}\n` },
    'the French sentences have',
  ],
])('%s is found', async (_, edits, line) => {
  expect((await linesAfter(edits)).errors).toContainEqual(expect.stringContaining(line))
})

test('words that judge a community are a note in each language', async () => {
  const { errors, notes } = await linesAfter({
    [english]: swap('One sign is enough.', 'One sign is no failure.'),
    [french]: swap('Un seul signe suffit.', 'Un seul signe n’est pas un échec.'),
  })
  expect(errors).toEqual([])
  expect(notes).toContainEqual(expect.stringContaining(`${english}:12 [shelf-care-first-steps] "failure" judges`))
  expect(notes).toContainEqual(expect.stringContaining(`${french}:12 [shelf-care-first-steps] "échec" judges`))
})

test('links to items, components, addresses and places on the page are accepted', async () => {
  const links =
    '[a](item:guide-shelf-care) [b](component:shelves/shelf-care) [c](https://example.org) [d](mailto:a@example.org) [e](#top)'
  expect((await linesAfter(inBoth(links))).errors).toEqual([])
})

test('a figure that no text shows is a note', async () => {
  const { errors, notes } = await linesAfter({
    [english]: (text) => text.replace(/^!\[.*$/mu, ''),
    [french]: (text) => text.replace(/^!\[.*$/mu, ''),
  })
  expect(errors).toEqual([])
  expect(notes).toContainEqual(expect.stringContaining('no text shows the figure "four-signs"'))
})
