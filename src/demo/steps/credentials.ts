import { paths } from '../../paths.ts'
import type { Browser } from '../browser.ts'
import { castPerson } from '../cast.ts'
import type { World } from '../world.ts'
import { linkIn } from './journey.ts'

/** Someone hides the page of their newest certificate. */
export async function hideCertificate(browser: Browser): Promise<void> {
  await browser.send(paths.credentials(browser.language), {}, '/visibility')
}

/** A manager revokes someone's newest certificate. */
export async function revokeCertificate(world: World, holder: string, reason: string): Promise<void> {
  const manager = world.as('manager')
  const words = new URLSearchParams({ words: castPerson(holder).name })
  const list = await manager.open(`${paths.program('en', 'credentials')}?${words}`)
  await manager.send(linkIn(list.links, /\/program\/credentials\/[0-9a-f-]{36}$/), { reason })
}
