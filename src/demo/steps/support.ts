import { paths } from '../../paths.ts'
import type { Browser } from '../browser.ts'
import { staff } from '../cast.ts'
import type { World } from '../world.ts'
import { linkIn, type StoryJourney } from './journey.ts'

/** A question of a community: its thread, and the member who asked. */
export type StoryQuestion = { id: string; communityId: string; asker: Browser }

type Asked = { subject: string; body: string; item?: string; lesson?: string; private?: true }

/** A member asks; the service sends the question to whoever fits. */
export async function ask(asker: Browser, { communityId }: StoryJourney, asked: Asked): Promise<StoryQuestion> {
  const about = new URLSearchParams()
  if (asked.item !== undefined) about.set('item', asked.item)
  if (asked.lesson !== undefined) about.set('lesson', asked.lesson)
  const form = await asker.open(`${paths.support(asker.language, communityId, 'ask')}?${about}`)
  const typed = { subject: asked.subject, body: asked.body, ...(asked.private ? { private: 'yes' } : {}) }
  const sent = await asker.send(form, typed)
  return { id: /\/support\/([0-9a-f-]{36})/.exec(sent)?.[1] ?? '', communityId, asker }
}

/** The thread as the community sees it. */
const threadOf = ({ asker, communityId, id }: StoryQuestion, ...rest: string[]) =>
  paths.support(asker.language, communityId, id, ...rest)

/** Whoever the question went to answers it, with a file where one is given. */
export async function answer(world: World, question: StoryQuestion, body: string, file?: File): Promise<void> {
  const { html } = await question.asker.open(threadOf(question))
  const routes = html.slice(html.lastIndexOf('class="thread"'))
  const helper = staff.find(({ name }) => routes.slice(routes.indexOf('</ol>')).includes(name))
  if (helper === undefined) throw new Error(`Nobody answers ${question.id}`)
  const browser = world.as(helper.id)
  const desk = paths.desk(browser.language, 'support', question.id)
  await browser.send(desk, { body, ...(file ? { files: file } : {}) }, '/reply')
}

/** Who asked writes again. */
export async function reply(question: StoryQuestion, body: string): Promise<void> {
  await question.asker.send(threadOf(question), { body }, '/reply')
}

/** Who asked closes the question with thanks. */
export async function closeWithThanks(question: StoryQuestion): Promise<void> {
  const page = await question.asker.open(threadOf(question))
  const thanking = page.forms.filter(({ names }) => names.has('thanks'))
  await question.asker.send({ ...page, forms: thanking }, {}, '/close')
}

/** Who asked agrees that question and answer are published, without a trace of who asked. */
export async function agreeToPublish(question: StoryQuestion, words: { question: string; answer: string }) {
  await question.asker.send(threadOf(question, 'publish'), { ...words, agree: 'yes' })
}

type Both = { question: string; answer: string }

/** An author words the newest answer that waits, in both languages, and publishes it. */
export async function publishAnswer(world: World, item: string, words: { en: Both; fr: Both }): Promise<void> {
  const author = world.as('author')
  const list = await author.open(paths.program(author.language, 'answers'))
  await author.send(
    linkIn(list.links, /\/program\/answers\/[0-9a-f-]{36}$/),
    {
      'question-en': words.en.question,
      'answer-en': words.en.answer,
      'question-fr': words.fr.question,
      'answer-fr': words.fr.answer,
      item,
    },
    undefined,
    'publish',
  )
}

/** A session of a community: its id, when it begins, and who holds it. */
export type StorySession = { id: string; communityId: string; startsAt: Date; host: string; booker: Browser }

/** A member books the first free time of an advisor or expert from a day on. */
export async function bookSession(
  world: World,
  { communityId }: StoryJourney,
  given: { booker: Browser; host: string; from: string; topic: string; place: string; item?: string },
): Promise<StorySession> {
  const { booker, host } = given
  const query = new URLSearchParams({
    host: world.personIds.get(host) ?? '',
    ...(given.item ? { item: given.item } : {}),
  })
  const page = await booker.open(`${paths.support(booker.language, communityId, 'sessions', 'book')}?${query}`)
  const slot = page.forms
    .find(({ names }) => names.has('slot'))
    ?.choices.get('slot')
    ?.find((one) => one >= given.from)
  if (slot === undefined) throw new Error(`No free time of ${host} from ${given.from}`)
  const booked = await booker.send(page, { slot, topic: given.topic, place: given.place })
  const id = /\/sessions\/([0-9a-f-]{36})/.exec(booked)?.[1] ?? ''
  return { id, communityId, startsAt: new Date(slot), host, booker }
}

type Outcome = { notes: string; action: string; component: string; due: string; hours: string }

/** Whoever held the session sets down notes, an action that came out of it, and its hours; who booked says how it was. */
export async function holdSession(world: World, session: StorySession, outcome: Outcome): Promise<void> {
  const host = world.as(session.host)
  const desk = paths.desk(host.language, 'sessions', session.id)
  await host.send(desk, { notes: outcome.notes }, '/notes')
  await host.send(desk, { title: outcome.action, due: outcome.due, component: outcome.component }, '/actions')
  await host.send(desk, { hours: outcome.hours }, '/held')
  const page = paths.support(session.booker.language, session.communityId, 'sessions', session.id)
  await session.booker.send(page, { useful: '4', clear: '3', nextStep: '4' }, '/feedback')
}
