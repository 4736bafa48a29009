import { paths } from '../../paths.ts'
import type { Browser } from '../browser.ts'
import { texts } from '../texts.ts'
import type { World } from '../world.ts'
import type { StoryJourney } from './journey.ts'

/** An advisor says when interviews are possible: one afternoon and every Tuesday and Thursday. */
export async function offerSlots(world: World, advisor: Browser): Promise<void> {
  const slots = paths.desk(advisor.language, 'slots')
  await advisor.send(slots, { weekday: '2', from: '09:00', until: '12:00' })
  await advisor.send(slots, { weekday: '4', from: '13:00', until: '16:00' })
  const day = new Date(world.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10)
  await advisor.send(slots, { day, time: '10:00' })
}

/**
 * The lead takes the first free slot from a day on.
 *
 * @returns when the interview begins
 */
export async function bookInterview(journey: StoryJourney, from: string): Promise<Date> {
  const { lead, page, language } = journey
  const form = (await lead.open(page('interview', 'book'))).forms.find(({ names }) => names.has('slot'))
  const slot = form?.choices.get('slot')?.find((one) => one >= from)
  if (slot === undefined) throw new Error(`No free slot for ${journey.community.name} from ${from}`)
  await lead.send(page('interview', 'book'), { slot, place: texts[language].place })
  return new Date(slot)
}

/** Who takes part: every member there is, and someone without an account. */
export async function namePeople({ lead, page, language }: StoryJourney): Promise<void> {
  const people = page('interview', 'people')
  const form = (await lead.open(people)).forms.find(({ names }) => names.has('others'))
  const member = form?.choices.get('member') ?? []
  await lead.send(people, { ...(member.length > 0 ? { member } : {}), others: texts[language].otherRole })
}

/** The talk: consent to notes, a note on every block, then what goes into the summary. */
export async function holdInterview(world: World, journey: StoryJourney): Promise<void> {
  const { advisor, lead, page, language } = journey
  const t = texts[language]
  if (advisor !== lead) await advisor.send(page('interview'), {}, '/interview/held')
  await advisor.send(page('interview', 'guide'), { language, agreed: 'yes' })
  world.pass(20)
  const { links } = await advisor.open(page('interview', 'guide'))
  const blocks = [...new Set(links.filter((link) => link.startsWith(`${page('interview', 'guide')}/`)))]
  for (const [number, block] of blocks.entries()) {
    await advisor.send(block, { note: t.notes[number % t.notes.length] ?? '' }, block.slice(block.lastIndexOf('/')))
  }
  await lead.send(page('interview', 'guide', 'people'), { kept: t.kept }, '/kept')
  world.pass(60)
  await advisor.send(page('interview', 'needs'), {
    ...t.summary,
    'need-1-tags': ['data-inventory', 'decision-roles'],
    'need-2-tags': ['accessible-services'],
    'need-3-tags': ['staffing-continuity'],
  })
}

/** The summary goes to the lead, who has three days to correct it. */
export async function shareSummary({ advisor, page }: StoryJourney): Promise<void> {
  await advisor.send(page('interview', 'summary'), {}, '/interview/share')
}

/** The lead corrects a word, where the notes are someone else's, and says that the summary is right: it is frozen. */
export async function confirmSummary(world: World, { lead, advisor, page, language }: StoryJourney): Promise<void> {
  if (advisor !== lead) await lead.send(page('interview', 'correct'), { constraints: texts[language].correction })
  world.pass(30)
  await lead.send(page('interview', 'summary'), {}, '/interview/confirm')
}

/** The days for corrections went by: the summary is frozen as it is. */
export async function freezeSummary({ lead, page }: StoryJourney): Promise<void> {
  await lead.send(page('interview', 'summary'), {}, '/interview/freeze')
}
