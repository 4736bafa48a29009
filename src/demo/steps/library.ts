import { paths } from '../../paths.ts'
import type { Browser } from '../browser.ts'
import { refresherPackage } from '../refresher/package.ts'
import { texts } from '../texts-library.ts'
import type { World } from '../world.ts'

/** Ids of the packages that hold the refresher, one in each language. */
type Refresher = { en: string; fr: string }

/** An author uploads the refresher, a package made elsewhere, in both languages. */
export async function uploadRefresher(world: World): Promise<Refresher> {
  const author = world.as('author')
  const upload = async (language: 'en' | 'fr') => {
    const typed = { file: refresherPackage(language), language }
    const kept = await author.send(paths.program(author.language, 'packages'), typed, '/packages/files')
    return kept.slice(-36)
  }
  return { en: await upload('en'), fr: await upload('fr') }
}

/** The program's own library: a link, the refresher in each language, one item hidden; then it is published. */
export async function publishLibrary(world: World, refresher: Refresher): Promise<void> {
  const author = world.as('author')
  const library = (...rest: string[]) => paths.program(author.language, 'library', ...rest)
  const common = { audience: ['everyone'], licence: 'CC-BY-4.0', components: ['privacy-protection'] }
  await author.send(library('new', 'link'), { ...common, ...texts.link, languages: ['en', 'fr'] })
  for (const language of ['en', 'fr'] as const) {
    const typed = { ...common, ...texts.refresher[language], languages: [language], package: refresher[language] }
    await author.send(library('new', 'package'), typed)
  }
  await author.send(library(), { item: 'template-supplier-data-terms' }, '/hide')
  await author.send(library('publish'), {})
}

/** A learner opens a package, and it says how far they are: at its end, with a score. @param score percent; left out, they stop on the way */
export async function playPackage(browser: Browser, packageId: string, score?: number): Promise<void> {
  const { html } = await browser.open(paths.packagePlayer(browser.language, packageId, 'parts', '1'))
  const data = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const record =
    score === undefined
      ? {
          completion: 'incomplete',
          success: 'unknown',
          seconds: 190,
          data: { 'cmi.core.lesson_location': 'habits.html', 'cmi.core.lesson_status': 'incomplete' },
        }
      : {
          completion: 'completed',
          success: 'passed',
          score: { raw: score, min: 0, max: 100, scaled: score / 100 },
          seconds: 560,
          data: { 'cmi.core.lesson_location': 'check.html', 'cmi.core.lesson_status': 'passed' },
        }
  await browser.tell(data('save'), { session: data('session'), begin: true, record })
}
