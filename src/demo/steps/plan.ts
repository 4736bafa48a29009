import { paths } from '../../paths.ts'
import { texts } from '../texts.ts'
import type { World } from '../world.ts'
import { linkIn, type StoryJourney } from './journey.ts'

/** The engine drafts the plan. */
export async function makePlan({ advisor, page }: StoryJourney): Promise<void> {
  await advisor.send(page('draft-plan'), {}, '/draft-plan/make')
}

/** The advisor gives the learning more time, writes the message of the plan and adds two actions. */
export async function editPlan(world: World, journey: StoryJourney): Promise<void> {
  const { advisor, page, language } = journey
  await advisor.send(page('draft-plan'), { hours: '24', weeks: '16' }, '/draft-plan/time')
  const { links } = await advisor.open(page('draft-plan'))
  const goal = linkIn(links, /\/words\/goal/)
  const form = (await advisor.open(goal)).forms.find(({ action }) => action.includes('/words/') || action === '')
  const field = [...(form?.names ?? [])].find((name) => /^(text|words|body)/.test(name))
  if (field !== undefined) await advisor.send(goal, { [field]: texts[language].summary.hopes })
  await addAction(world, journey, texts[language].action, 30)
  await addAction(world, journey, texts[language].actionDone, 14)
}

/** @param days from the story's now until the action is due; @param component that it works on, where it is one */
export async function addAction(
  world: World,
  { advisor, lead, page }: StoryJourney,
  title: string,
  days: number,
  component = '',
): Promise<void> {
  const due = new Date(world.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  await advisor.send(page('actions', 'new'), { title, due, effort: '4', owner: lead.personId ?? '', component })
}

export async function commentOnPlan({ advisor, lead, page, language }: StoryJourney): Promise<void> {
  const t = texts[language]
  await lead.send(page('draft-plan'), { 'comment-part': 'whole', comment: t.planComment }, '/draft-plan/comments')
  await advisor.send(page('draft-plan'), { 'comment-part': 'whole', comment: t.planReply }, '/draft-plan/comments')
}

/** The advisor asks an expert; nothing of the community is shown until its lead agrees. */
export async function askExpert(world: World, { advisor, page }: StoryJourney, expert: string, question: string) {
  const typed = { expert: world.personIds.get(expert) ?? '', 'question-part': 'whole', question }
  await advisor.send(page('draft-plan'), typed, '/draft-plan/questions')
}

export async function publishPlan({ advisor, page }: StoryJourney): Promise<void> {
  await advisor.send(page('draft-plan'), {}, '/draft-plan/publish')
}

/** The lead shows the plan to the expert who was asked, where the page offers it. */
export async function sharePlan({ lead, page }: StoryJourney): Promise<void> {
  await lead.send(page('draft-plan'), {}, '/share')
}

/** An expert answers the newest question that is open at their desk. */
export async function answerQuestion(world: World, expert: string, answer: string): Promise<void> {
  const browser = world.as(expert)
  const desk = paths.desk(browser.language, 'questions')
  const { forms } = await browser.open(desk)
  const form = forms.find(({ action }) => /\/questions\/[0-9a-f-]{36}$/.test(action))
  const field = [...(form?.names ?? [])].find((name) => name.startsWith('answer'))
  if (form === undefined || field === undefined) throw new Error(`${expert} is asked nothing`)
  await browser.send(desk, { [field]: answer }, form.action)
}
