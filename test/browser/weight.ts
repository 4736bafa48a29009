import type { Browser, BrowserContext } from '@playwright/test'

type Weight = {
  /** Bytes of all that came, as it was sent. */
  all: number
  /** Bytes of figures and other pictures among it. */
  pictures: number
}

/**
 * What a page weighs for someone who comes for the first time: nothing of it is on their device yet.
 *
 * @param as whose session it is; left out, nobody's
 */
export async function weightOf(browser: Browser, address: string, as?: BrowserContext): Promise<Weight> {
  const context = await browser.newContext(as ? { storageState: await as.storageState() } : {})
  const page = await context.newPage()
  const sizes: Promise<{ size: number; isPicture: boolean }>[] = []
  page.on('requestfinished', (request) => {
    const isPicture = request.resourceType() === 'image'
    sizes.push(request.sizes().then(({ responseBodySize: size }) => ({ size, isPicture })))
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const came = await Promise.all(sizes)
  await context.close()
  const sum = (parts: typeof came) => parts.reduce((total, { size }) => total + size, 0)
  return { all: sum(came), pictures: sum(came.filter(({ isPicture }) => isPicture)) }
}
