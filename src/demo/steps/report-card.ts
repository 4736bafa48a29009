import { texts } from '../texts.ts'
import type { StoryJourney } from './journey.ts'

/** The advisor comments domains, rates one component and grades its evidence, then says that all was read. */
export async function reviewCard({ advisor, page, language }: StoryJourney, options: { part?: true } = {}) {
  const review = page('report-card', 'review')
  const { links } = await advisor.open(review)
  const domains = [...new Set(links.filter((link) => link.startsWith(`${review}/`)))]
  for (const [number, domain] of domains.entries()) {
    if (options.part && number > 1) return
    await advisor.send(domain, {
      comment: number % 2 === 0 ? texts[language].cardComment : '',
      ...(await ratingOf(domain)),
    })
  }
  await advisor.send(review, { read: 'yes' })

  /** Of a domain's first component: the advisor's own rating, and how well the answers are backed. */
  async function ratingOf(domain: string): Promise<Record<string, string>> {
    const { forms } = await advisor.open(domain)
    const names = [...(forms.find(({ names: all }) => all.has('comment'))?.names ?? [])]
    const first = (end: string) => names.find((name) => name.endsWith(end))
    const [practice, grade] = [first('-practice'), first('-grade')]
    return { ...(practice ? { [practice]: '1' } : {}), ...(grade ? { [grade]: 'described' } : {}) }
  }
}

export async function publishCard({ advisor, page }: StoryJourney): Promise<void> {
  await advisor.send(page('report-card', 'review'), {}, '/report-card/publish')
}
