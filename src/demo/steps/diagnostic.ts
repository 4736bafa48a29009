import { paths } from '../../paths.ts'
import { castPerson } from '../cast.ts'
import { texts } from '../texts.ts'
import type { World } from '../world.ts'
import { linkIn, type StoryJourney } from './journey.ts'
import { acceptInvitation } from './request.ts'

/** What someone of the community does, as others call it. */
type Invited = { id: string; role: string }

/** The round opens with the proposed form and wording, or a chosen form. */
export async function openDiagnostic({ lead, page }: StoryJourney, form: 'short' | 'full'): Promise<void> {
  await lead.send(page('diagnostic'), { form }, '/diagnostic/open')
}

/** The lead invites someone by mail, and they follow the link: they become a member and are asked. */
export async function inviteContributor(world: World, journey: StoryJourney, invited: Invited): Promise<void> {
  const { email, language } = castPerson(invited.id)
  await journey.lead.send(
    journey.page('diagnostic'),
    { email, role: invited.role, language },
    '/diagnostic/invite-by-mail',
  )
  world.pass(45)
  await acceptInvitation(world, invited.id)
}

/** The lead invites a data steward to the community, and asks them to answer too. */
export async function inviteSteward(world: World, journey: StoryJourney, id: string): Promise<void> {
  const { lead, language, communityId, page } = journey
  const { email } = castPerson(id)
  const invitations = paths.community(language, communityId, 'invitations')
  await lead.send(invitations, { email, role: 'steward', language: castPerson(id).language })
  world.pass(45)
  await acceptInvitation(world, id)
  await lead.send(page('diagnostic'), { members: world.personIds.get(id) ?? '' }, '/diagnostic/invite')
}

/** How someone answers: a leaning, and how many of the questions. Everything else follows from the names, so it is always the same. */
export type Voice = {
  id: string
  /** Usual level of the organization, 0 to 4; answers lie around it. */
  usual: number
  /** Part of the questions that get an answer, 0 to 1. */
  share?: number
}

/** Someone reads what happens with their answers, then answers question after question. */
export async function answerAll(world: World, journey: StoryJourney, voice: Voice): Promise<void> {
  const browser = world.as(voice.id)
  const list = journey.page('diagnostic', 'answer')
  const told = await browser.open(list)
  if (told.forms.some(({ action }) => action.endsWith('/own/told'))) await browser.send(list, {}, '/own/told')
  const { links } = await browser.open(list)
  const questions = [...new Set(links.filter((link) => link.startsWith(`${list}/`) && !link.endsWith('/evidence')))]
  const asked = questions.slice(0, Math.ceil(questions.length * (voice.share ?? 1)))
  for (const question of asked) {
    const page = await browser.open(question)
    const form = page.forms.find(
      ({ names }) => names.has('version') && [...names].some((name) => name.startsWith('given.')),
    )
    if (form === undefined) throw new Error(`${question} asks nothing`)
    const typed: Record<string, string> = {}
    const seed = numberOf(`${voice.id}${question.slice(question.lastIndexOf('/'))}`)
    const place = numberOf(question.slice(question.lastIndexOf('/')))
    for (const name of form.names) {
      if (!name.startsWith('given.')) continue
      const level = clamp(voice.usual + (place % 3) - 1 + (seed % 7 === 0 ? 1 : 0) - (seed % 5 === 0 ? 1 : 0))
      typed[name] = (seed + name.length) % 11 === 0 ? 'dk' : String(level)
    }
    if (form.names.has('wanted')) typed.wanted = String(clamp(voice.usual + 1 + (place % 2)))
    if (form.names.has('importance')) typed.importance = String(1 + (place % 3))
    if (seed % 6 === 0) typed.note = texts[browser.language].answerNote
    if (seed % 13 === 0) {
      typed.note = texts[browser.language].keptNote
      if (form.names.has('stays')) typed.stays = 'yes'
    }
    await browser.send(page, typed)
  }
}

/** Hands the answers in. */
export async function submit(world: World, journey: StoryJourney, id: string): Promise<void> {
  await world.as(id).send(journey.page('diagnostic', 'answer'), {}, '/own/submit')
}

/** Adds a link as evidence to the first question. */
export async function addEvidence(world: World, journey: StoryJourney, id: string): Promise<void> {
  const browser = world.as(id)
  const list = journey.page('diagnostic', 'answer')
  const question = linkIn((await browser.open(list)).links, new RegExp(`^${list}/[a-z-]+$`))
  await browser.send(`${question}/evidence`, { link: 'https://example.org/minutes/2026-03' }, '/evidence')
}

/** Answers come slowly: the lead keeps the round open for longer. */
export async function keepOpen(world: World, { lead, page }: StoryJourney, days: number): Promise<void> {
  const closes = new Date(world.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  await lead.send(page('diagnostic'), { closes }, '/diagnostic/closes')
}

/** The baseline is locked. Where fewer answered than a place of this size should, the advisor first goes on with a reason. */
export async function lockBaseline({ lead, advisor, page, language }: StoryJourney): Promise<void> {
  const { forms } = await lead.open(page('diagnostic', 'lock'))
  if (!forms.some(({ action }) => action.endsWith('/diagnostic/lock'))) {
    await advisor.send(page('diagnostic', 'lock'), { reason: texts[language].override }, '/diagnostic/override')
  }
  await lead.send(page('diagnostic', 'lock'), {}, '/diagnostic/lock')
}

function clamp(level: number): number {
  return Math.max(0, Math.min(4, level))
}

/** A number that a text always gives. */
function numberOf(text: string): number {
  let number = 7
  for (const letter of text) number = (number * 31 + letter.charCodeAt(0)) % 100_003
  return number
}
