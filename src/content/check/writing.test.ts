import { describe, expect, test } from 'vitest'
import { type Edit, samplePackWith, swap } from '../../../test/builders/broken-pack.ts'
import { problemLine } from '../problems.ts'
import { examinePack } from '../read.ts'

const file = 'diagnostic/welcome/opening-hours.yaml'
const original = {
  en: 'One person opens the door when they have time.',
  fr: 'Une personne ouvre la porte quand elle a le temps.',
}

/** What the check says of the descriptor of level 1 with this wording, without file and line. */
async function saidOf(wording: { en?: string; fr?: string }) {
  const edit: Edit = (text) => {
    const english = swap(original.en, JSON.stringify(wording.en ?? original.en))(text) as string
    return swap(original.fr, JSON.stringify(wording.fr ?? original.fr))(english)
  }
  const { problems } = await examinePack(await samplePackWith({ [file]: edit }))
  const here = problems.filter((problem) => problem.file === file)
  const said = (severity: string) =>
    here
      .filter((problem) => problem.severity === severity)
      .map((problem) => problemLine(problem).replace(`${file}:20 [opening-hours] `, ''))
  return { errors: said('error'), notes: said('note') }
}

const wordsOf = (count: number, word: string) => Array(count).fill(word).join(' ')

describe('length', () => {
  test('20 words in English and 25 in French pass', async () => {
    const said = await saidOf({ en: wordsOf(20, 'door'), fr: wordsOf(25, 'porte') })
    expect(said).toEqual({ errors: [], notes: [] })
  })

  test('21 words in English are too many', async () => {
    const said = await saidOf({ en: wordsOf(21, 'door') })
    expect(said.errors).toEqual(['the descriptor has 21 words (allowed: at most 20)'])
  })

  test('26 words in French are too many', async () => {
    const said = await saidOf({ fr: wordsOf(26, 'porte') })
    expect(said.errors).toEqual(['the descriptor has 26 words (allowed: at most 25)'])
  })
})

describe('vague words', () => {
  test.each(['appropriate', 'Effective', 'regularly', 'robust'])('“%s” is refused', async (word) => {
    const said = await saidOf({ en: `The door is ${word} open.` })
    expect(said.errors).toContain(`"${word}" is vague (allowed: a count or a rhythm, like "once a year")`)
  })

  test.each(['adéquate', 'efficaces', 'régulièrement'])('« %s » is refused', async (word) => {
    const said = await saidOf({ fr: `La porte est ${word}.` })
    expect(said.errors).toEqual([`"${word}" is vague (allowed: a count or a rhythm, like "once a year")`])
  })

  test('a word that only begins alike passes', async () => {
    expect((await saidOf({ fr: 'L’efficacité se mesure une fois par an.' })).errors).toEqual([])
  })
})

describe('the reading of a rubric', () => {
  test('English above grade 9 is refused', async () => {
    const heavy = 'Organizational accessibility considerations necessitate institutional communication.'
    const said = await saidOf({ en: heavy })
    expect(said.errors).toEqual([
      expect.stringMatching(
        /^.*:18 \[opening-hours\] the English descriptors of "service" read at grade \d+\.\d \(allowed: at most 9\)$/,
      ),
    ])
  })

  test('two levels with the same text are refused', async () => {
    const said = await saidOf({ en: 'The library has no set hours yet.' })
    expect(said.errors).toEqual([
      'two levels of the facet have the same text (allowed: levels that a reader can tell apart)',
    ])
  })
})

describe('what a person should look at', () => {
  test.each([
    { en: 'One person opens and closes the door.' },
    { en: 'One person opens the door; another closes it.' },
    { en: 'One person opens and/or closes the door.' },
    { fr: 'Une personne ouvre et ferme la porte.' },
    { fr: 'Une personne ouvre et/ou ferme la porte.' },
  ])('two behaviours in $en$fr', async (wording) => {
    expect(await saidOf(wording)).toEqual({
      errors: [],
      notes: ['may hold two behaviours ("and", "et" or ";") (allowed: one behaviour)'],
    })
  })

  test('a second sentence', async () => {
    const said = await saidOf({ en: 'One person opens the door. It is late.' })
    expect(said).toEqual({ errors: [], notes: ['has more than one sentence (allowed: one behaviour)'] })
  })

  test('an acronym without its full form, in either language', async () => {
    expect((await saidOf({ en: 'One person asks the MRC.' })).notes).toEqual(['"MRC" stands without its full form'])
    expect((await saidOf({ fr: 'Une personne appelle la MRC.' })).notes).toEqual(['"MRC" stands without its full form'])
    expect((await saidOf({ fr: 'La municipalité régionale de comté (MRC) ouvre la porte.' })).notes).toEqual([])
  })

  test('a word that judges a community, anywhere in the pack', async () => {
    const { problems } = await examinePack(
      await samplePackWith({ 'report-texts.yaml': swap('Readers can count on this.', 'This is a mature library.') }),
    )
    expect(problems.filter((problem) => problem.file === 'report-texts.yaml')).toEqual([
      expect.objectContaining({ severity: 'note', line: 4, what: '"mature" judges a community; say what is seen' }),
    ])
  })

  test('a word that judges a community in French', async () => {
    const { problems } = await examinePack(
      await samplePackWith({ 'catalogue/guide-reading-help/item.yaml': swap('sans gêne', 'sans faiblesse') }),
    )
    expect(problems.map(({ what }) => what)).toContain('"faiblesse" judges a community; say what is seen')
  })
})
