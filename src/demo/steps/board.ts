import { paths } from '../../paths.ts'
import type { Browser } from '../browser.ts'
import type { World } from '../world.ts'
import type { StoryJourney } from './journey.ts'

/** An item of a community's board: its page, and the catalogue item that it is, unless it is the community's own. */
export type BoardItem = { path: string; item: string | undefined }

/** The address of a page of the board in the language of whoever opens it. */
const pageFor = (journey: StoryJourney, browser: Browser, ...rest: string[]) =>
  paths.journey(browser.language, journey.id, 'learning', ...rest)

/** Items of the board, in the order in which they begin. */
export async function readBoard(journey: StoryJourney): Promise<BoardItem[]> {
  const { links } = await journey.lead.open(pageFor(journey, journey.lead))
  const addresses = [...new Set(links.filter((link) => /\/learning\/items\/[0-9a-f-]{36}$/.test(link)))]
  const items: BoardItem[] = []
  for (const path of addresses) {
    const page = await journey.lead.open(path)
    items.push({ path, item: page.links.map((link) => /\/learn\/([a-z0-9-]+)$/.exec(link)?.[1]).find(Boolean) })
  }
  return items
}

/** An item of the board by its id in the catalogue. */
export function itemOn(items: readonly BoardItem[], item: string): BoardItem {
  const found = items.find((one) => one.item === item)
  if (found === undefined) throw new Error(`${item} is not on the board`)
  return found
}

/** An item's page as someone else opens it. */
const as = (browser: Browser, { path }: BoardItem) => path.replace(/^\/[^/]+/, `/${browser.language}`)

/** The lead puts an item of the catalogue on the board, with what it builds on; one that is there already stays where it is. */
export async function addToBoard(journey: StoryJourney, item: string, week: number): Promise<void> {
  const add = pageFor(journey, journey.lead, 'add')
  const page = await journey.lead.open(add)
  const form = page.forms.find(({ names }) => names.has('item') && names.has('week'))
  if (!form?.choices.get('item')?.includes(item)) return
  await journey.lead.send(page, { kind: 'catalogue', item, week: String(week) })
}

/** Something that is in no catalogue. */
export async function addOwnToBoard(journey: StoryJourney, title: string, hours: string, week: number): Promise<void> {
  const typed = { kind: 'own', title, hours, week: String(week) }
  await journey.lead.send(pageFor(journey, journey.lead, 'add'), typed)
}

/** The lead gives an item to members. */
export async function give(world: World, { lead }: StoryJourney, item: BoardItem, ...people: string[]): Promise<void> {
  for (const id of people) await lead.send(item.path, { person: world.personIds.get(id) ?? '' }, '/people')
}

/** Someone begins, or is done with, what they have. */
export async function follow(browser: Browser, item: BoardItem, act: 'begin' | 'done'): Promise<void> {
  await browser.send(as(browser, item), {}, '/mine', act)
}

/** Someone sets down the hours that they spent. */
export async function spend(browser: Browser, item: BoardItem, hours: string): Promise<void> {
  await browser.send(as(browser, item), { hours }, '/hours')
}

/** The lead moves an item to the week after the one it begins in. */
export async function moveLater(journey: StoryJourney, item: BoardItem): Promise<void> {
  const { forms } = await journey.lead.open(item.path)
  const week = forms.flatMap(({ values }) => values).find(([name]) => name === 'week')?.[1]
  await journey.lead.send(item.path, { week: String(Number(week) + 1) }, '/move')
}

/** The community knows it already, and says from where. */
export async function recordPrior({ lead }: StoryJourney, item: BoardItem, reason: string): Promise<void> {
  await lead.send(item.path, { prior: reason }, '/prior')
}

/** The community leaves an item out, and says why. */
export async function setAside({ lead }: StoryJourney, item: BoardItem, reason: string): Promise<void> {
  await lead.send(item.path, { aside: reason }, '/aside')
}

/** The lead looks at the ways to go on from today and takes the first one. */
export async function planAgain(journey: StoryJourney): Promise<void> {
  const page = await journey.lead.open(pageFor(journey, journey.lead, 'plan-again'))
  const way = page.forms.find(({ names }) => names.has('way'))?.choices.get('way')?.[0]
  if (way === undefined) throw new Error(`${journey.community.name} has nothing to plan again`)
  await journey.lead.send(page, { way })
}

/** An item that nobody has is done for the community. */
export async function markWhole({ lead }: StoryJourney, item: BoardItem): Promise<void> {
  await lead.send(item.path, {}, '/state', 'done')
}

/** The lead ends the pathway though something is open. */
export async function closePathway(journey: StoryJourney, reason: string): Promise<void> {
  await journey.lead.send(pageFor(journey, journey.lead, 'close'), { reason })
}
