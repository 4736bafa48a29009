import { learningMessages } from '../../../src/journey/learning/messages.ts'
import { pack } from '../answered.ts'
import { expect } from '../place.ts'
import { weightOf } from '../weight.ts'
import { send, type Typed } from './forms.ts'
import type { At } from './interview.ts'
import type { Person, Walk } from './people.ts'

/** What the community learns of here: a basic course, the advanced one that builds on it, and a template. */
export const courses = { basic: 'privacy-first-steps', advanced: 'privacy-checks-in-practice' } as const
const template = 'template-privacy-check'

const titleOf = (item: string, { language }: Walk) => pack.items.find(({ id }) => id === item)?.title[language] ?? item

/** The lead puts three items on the board and says who takes them. @returns where each item of the board is */
export async function planLearning(
  walk: Walk,
  lead: Person,
  others: Person[],
  at: At,
): Promise<(item: string) => string> {
  const { page } = lead
  await lead.open(at('learning'))
  for (const item of [courses.advanced, template]) {
    await lead.open(at('learning', 'add'))
    // What an item builds on comes along.
    await lead.send({ kind: 'catalogue', item, week: '3' }, { action: '/learning/add' })
  }
  const places = new Map<string, string>()
  for (const item of [...Object.values(courses), template]) {
    const link = page.locator('.board-item h4 a').filter({ hasText: titleOf(item, walk) })
    places.set(item, ((await link.getAttribute('href')) ?? '').slice(3))
  }
  const placeOf = (item: string) => places.get(item) ?? ''
  await lead.open(placeOf(courses.basic))
  for (const person of [lead, ...others]) await lead.send({ person: person.name }, { action: '/people' })
  for (const item of [courses.advanced, template]) {
    await page.goto(`/${walk.language}${placeOf(item)}`)
    for (const person of others) await send(page, { person: person.name }, { action: '/people' })
  }
  return placeOf
}

/**
 * Someone reads a course from the check before it to the check after it. A lesson that ends with an exercise leads to its template,
 * which is filled in and kept with the community's files, once.
 *
 * @returns the score of the last check, as its learner reads it, and where the community's kept template is
 */
export async function takeCourse(person: Person, course: string): Promise<{ score: string; kept: string }> {
  const { page } = person
  const body = pack.bodies[course]
  if (body?.kind !== 'course') throw new Error(`${course} is no course`)
  let kept = ''
  await person.open('/learn')
  await person.open(`/learn/${course}`)
  await person.send({}, { action: `/learn/${course}` })
  await person.open(`/learn/${course}/check/pre`)
  await answerCheck(person)
  await person.open(`/learn/${course}/${body.lessons[0]?.id}`)
  for (const [index, lesson] of body.lessons.entries()) {
    const address = `/learn/${course}/${lesson.id}`
    if (person.brief && index > 1 && !lesson.exercise) {
      const next = await person.post(`${address}/done`, {})
      expect(next).toContain(`/learn/${course}`)
      continue
    }
    if (person.brief && index > 1) await person.open(address)
    await expect(page).toHaveURL(new RegExp(`${address}$`))
    if (index === 1) {
      // The place is kept: one's own page leads back to it.
      await person.open('/learn')
      await page.locator('.go-on a.button').click()
      await expect(page).toHaveURL(new RegExp(`${address}$`))
      await person.look()
    }
    if (lesson.exercise && course === courses.basic) {
      await page.locator('.exercise a').click()
      await person.look()
      kept = await fillInTemplate(person)
      await person.open(address)
    }
    await person.send({}, { action: `/${lesson.id}/done` })
  }
  await person.open(`/learn/${course}/check/post`)
  await answerCheck(person)
  await person.open(`/learn/${course}`)
  const [score = ''] = ((await page.locator('#results dd').last().textContent()) ?? '').split(' · ')
  await expect(page.locator('main .note a[href$="/credentials"]')).toBeVisible()
  return { score, kept }
}

/** The lead sees that the course is done by whom, and nothing of how. */
export async function seeCompletion(
  { language }: Walk,
  given: { lead: Person; learner: Person; score: string; item: string; home: At },
): Promise<void> {
  const { lead, learner, score } = given
  const main = lead.page.locator('main')
  const t = learningMessages[language]
  await lead.open(given.item)
  await expect(main).toContainText(t.personState(learner.name, t.shareStates.done))
  await expect(main).not.toContainText(score)
  await lead.open(given.home('templates', 'results'))
  await expect(main).not.toContainText(learner.name)
  await expect(main).not.toContainText(score)
}

/** A lesson, one's own learning and the board are light for who comes with an empty browser. */
export async function weighLearning({ browser, service, language }: Walk, learner: Person, at: At): Promise<void> {
  const pages = ['/learn', `/learn/${courses.basic}/what-is-personal`, at('learning')]
  const weights = await Promise.all(
    pages.map((path) => weightOf(browser, `${service.origin}/${language}${path}`, learner.page.context())),
  )
  for (const [index, { all, pictures }] of weights.entries()) {
    expect(all - pictures, pages[index]).toBeLessThanOrEqual(pages[index]?.includes(courses.basic) ? 30_000 : 100_000)
    expect(all, pages[index]).toBeGreaterThan(1000)
  }
}

/** Every question gets some answer; what is right is tested elsewhere. */
async function answerCheck(person: Person): Promise<void> {
  const { page } = person
  const typed = await page.locator('main form.check').evaluate((form) => {
    const found: Record<string, string> = {}
    for (const group of form.querySelectorAll('fieldset')) {
      for (const [index, list] of [...group.querySelectorAll('select')].entries()) {
        if (!list.hidden) found[list.name] = list.options[index + 1]?.value ?? ''
      }
      const field = group.querySelector('input')
      if (field) found[field.name] = /radio|checkbox/.test(field.type) ? field.value : '3'
    }
    return found
  })
  // With scripts, steps are moved; the first move gives every step its place.
  for (const list of await page.locator('[data-order-steps]').all()) {
    const down = list.locator('li').first().locator('.move button').last()
    if (await down.isVisible()) await down.click()
  }
  await person.send(typed satisfies Typed, { action: new URL(page.url()).pathname })
}

/** Fills in the privacy check, and keeps it for the community. @returns its page */
async function fillInTemplate(person: Person): Promise<string> {
  const { page } = person
  await person.send(
    {
      'project.project-name': 'Firewood list',
      'project.owner': 'The clerk',
      'project.purpose': 'So that the driver finds the house.',
      'project.with-less': 'with-less',
      'information-list.0.what': 'Name, address, phone number',
    },
    { action: '/form', button: 'keep' },
  )
  await expect(page).toHaveURL(/\/communities\/[0-9a-f-]{36}\/templates\/[0-9a-f-]{36}\?kept$/)
  await expect(page.locator('main a[href*="/files/"]').first()).toBeVisible()
  return new URL(page.url()).pathname
}
