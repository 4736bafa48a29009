import { texts } from '../texts.ts'
import type { World } from '../world.ts'
import { linkIn, type StoryJourney } from './journey.ts'

/** Date and people of the validation interview. */
export async function setValidation(world: World, { advisor, page, language }: StoryJourney): Promise<void> {
  const date = new Date(world.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
  const setting = page('validation', 'setting')
  const form = (await advisor.open(setting)).forms.find(({ names }) => names.has('people'))
  const people = form?.choices.get('people') ?? []
  await advisor.send(setting, { date, time: '10:00', place: texts[language].place, people })
}

/** Goes through the findings: some confirmed, the first amended; `disputed`: the second one is. */
export async function decideFindings(journey: StoryJourney, options: { disputed?: true; most?: number } = {}) {
  const { advisor, page, language } = journey
  const t = texts[language]
  const list = page('validation', 'findings')
  const { links } = await advisor.open(list)
  const findings = [...new Set(links.filter((link) => link.startsWith(`${list}/`)))].slice(0, options.most ?? 99)
  for (const [number, finding] of findings.entries()) {
    const said =
      number === 0
        ? { decision: 'amended', reason: t.amended }
        : number === 1 && options.disputed
          ? { decision: 'disputed', reason: t.disputed }
          : { decision: 'confirmed' }
    await advisor.send(finding, { ...said, by: 'together' })
  }
}

/** Priorities in order, the choice of a pathway with its reason, consents and what stays open. */
export async function chooseTogether({ advisor, lead, page, language }: StoryJourney, pathway: 'A' | 'B') {
  const t = texts[language]
  const ranking = page('validation', 'ranking')
  const form = (await advisor.open(ranking)).forms.find(({ names }) => names.has('place-1'))
  const [first = '', second = '', third = ''] = form?.choices.get('place-1')?.filter((one) => one !== '') ?? []
  await advisor.send(ranking, {
    'place-1': second,
    'place-2': first,
    'place-3': third,
    'place-4': '',
    'place-5': '',
    reason: t.choice,
  })
  await advisor.send(page('validation', 'choice'), { pathway, how: 'as-is', by: 'together', reason: t.choice })
  await lead.send(page('validation', 'consent'), {
    'use-peer-group': 'yes',
    'use-funder-total': 'yes',
    'use-research': 'no',
    'use-calibration': 'yes',
    'use-contact-after': 'yes',
  })
  await advisor.send(page('validation', 'open'), { text: t.open })
}

/** A level that was agreed on otherwise than answered. */
export async function agreeLevel({ advisor, page, language }: StoryJourney): Promise<void> {
  const domain = linkIn((await advisor.open(page('validation'))).links, /\/validation\/levels\//)
  const form = (await advisor.open(domain)).forms.find(({ names }) =>
    [...names].some((name) => name.startsWith('level-')),
  )
  const names = [...(form?.names ?? [])]
  const level = names.find((name) => name.startsWith('level-')) ?? ''
  const reason = names.find((name) => name.startsWith('reason-')) ?? ''
  await advisor.send(domain, { [level]: '2', [reason]: texts[language].amended, by: 'together' })
}

/** The lead closes the interview: its record is published. */
export async function record({ lead, page }: StoryJourney): Promise<void> {
  await lead.send(page('validation'), {}, '/validation/record')
}
