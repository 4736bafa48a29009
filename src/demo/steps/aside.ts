import { paths } from '../../paths.ts'
import { texts } from '../texts.ts'
import type { StoryJourney } from './journey.ts'

/** The lead and the advisor write to each other; the advisor keeps a note. */
export async function talk({ lead, advisor, page, language, communityId }: StoryJourney): Promise<void> {
  const t = texts[language]
  await lead.send(page('messages'), { body: t.message })
  if (advisor === lead) return
  await advisor.send(page('messages'), { body: t.messageBack })
  await advisor.send(paths.desk(advisor.language, 'notes', communityId), { body: t.note })
}

export async function withdraw({ lead, page, language, community }: StoryJourney): Promise<void> {
  await lead.send(page('withdraw'), { reason: texts[language].withdraw, confirm: community.name })
}

/** Further uses of the data that the community allows. Where a governing body decides, the page asks which and when. */
export async function consent({ lead, language, communityId, community }: StoryJourney): Promise<void> {
  const body = community.approvalBody === 'council' ? 'Council' : 'Governing body'
  for (const use of ['peer-group', 'research']) {
    const page = paths.community(language, communityId, 'consent', use)
    const { forms } = await lead.open(page)
    const decided = forms.some(({ names }) => names.has('reference'))
    await lead.send(page, decided ? { body, reference: 'Motion 2026-12' } : {}, `/${use}`)
  }
}

/** The community takes back what it allowed for research. */
export async function takeBackConsent({ lead, language, communityId }: StoryJourney): Promise<void> {
  await lead.send(paths.community(language, communityId, 'consent'), {}, '/research/withdraw')
}

/** A key for a program of one's own, that reads the community's data. */
export async function makeToken({ lead, language }: StoryJourney): Promise<void> {
  const name = language === 'fr' ? 'Tableur du greffe' : 'Spreadsheet of the clerk'
  const page = paths.account(language, 'tokens')
  const form = (await lead.open(page)).forms.find(({ names }) => names.has('scopes'))
  await lead.send(page, { name, scopes: form?.choices.get('scopes') ?? [], days: '90' })
}

/** The lead deletes the community and everything of it: a certificate stays. */
export async function deleteCommunity({ lead, language, communityId, community }: StoryJourney): Promise<void> {
  const page = `${paths.community(language, communityId)}/delete`
  await lead.send(page, { exported: 'yes', reason: texts[language].deletion, name: community.name })
}

/** Papers that the community keeps with its record. */
export async function addFile({ lead, language, communityId }: StoryJourney): Promise<void> {
  const text =
    language === 'fr'
      ? 'liste;responsable\nPermis;Greffe\nÉquipements;Loisirs\n'
      : 'list,owner\nPermits,Clerk\nEquipment,Fire hall\n'
  const file = new File([text], language === 'fr' ? 'listes.csv' : 'lists.csv', { type: 'text/csv' })
  await lead.send(paths.community(language, communityId, 'files'), { file, purpose: 'community' })
}
