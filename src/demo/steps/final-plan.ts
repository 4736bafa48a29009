import type { World } from '../world.ts'
import { linkIn, type StoryJourney } from './journey.ts'

const bodies = {
  en: {
    council: 'Council',
    'chief-and-council': 'Chief and Council',
    board: 'Board',
    administration: 'Administration',
  },
  fr: {
    council: 'Conseil municipal',
    'chief-and-council': 'Chef et conseil',
    board: 'Conseil d’administration',
    administration: 'Direction',
  },
}

/** Dates of the plan, then it goes to the approval body; the journey's clock stands still until the body has met. */
export async function askCouncil(
  world: World,
  { lead, page, community }: StoryJourney,
  meetsIn: number,
): Promise<void> {
  await lead.send(page('final-plan', 'dates'), {})
  const expected = new Date(world.now().getTime() + meetsIn * 86_400_000).toISOString().slice(0, 10)
  const body = bodies[community.language][community.approvalBody]
  await lead.send(page('final-plan'), { body, expected, pause: 'yes' }, '/final-plan/ask')
}

/** The body approved the plan: it is frozen, and the journey goes on. */
export async function signOff(world: World, { lead, page, language }: StoryJourney): Promise<void> {
  const decidedOn = world.now().toISOString().slice(0, 10)
  const reference = language === 'fr' ? 'Résolution 2026-41' : 'Motion 2026-41'
  await lead.send(page('final-plan'), { decision: 'signed', decidedOn, reference }, '/final-plan/decide')
}

/** Someone does an action of the plan and says what shows it. */
export async function completeAction({ lead, page }: StoryJourney, title: string, note: string): Promise<void> {
  const list = await lead.open(page('actions'))
  const before = list.html.slice(0, list.html.indexOf(title.slice(0, 20)))
  const address = linkIn(
    [...before.matchAll(/href="([^"]*\/actions\/[0-9a-f-]{36})"/g)].map(([, href = '']) => href).reverse(),
    /./,
  )
  await lead.send(address, { note }, '/evidence')
}
