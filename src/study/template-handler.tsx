import type { Context } from 'hono'
import { type ActorEnvironment, asPerson, frameOf, listOwnCommunities, type RoomDependencies } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { documentOf } from '../ui/layout.tsx'
import { findNewerText, isCountable, type Studied } from './load.ts'
import { readMoreRows } from './template-fields.tsx'
import { fillMessages } from './template-messages.ts'
import { type FromLesson, TemplatePage, type TemplatePageProps } from './template-page.tsx'
import { findDraft } from './template-store.ts'

/** What a template's page shows beside what is saved: as it was typed, and what is wrong with it. */
export type TemplateGiven = Partial<
  Pick<TemplatePageProps, 'values' | 'version' | 'elsewhere' | 'errors' | 'keep' | 'from'>
>

/** The page of a template with the person's draft. */
export async function readTemplatePage(
  deps: RoomDependencies,
  c: Context<ActorEnvironment>,
  studied: Studied,
  given: TemplateGiven,
): Promise<string> {
  const { actor, language } = c.var
  const { body } = studied
  if (body?.kind !== 'template') throw new NotFoundError()
  const newer = await findNewerText(deps, studied)
  const own = await asPerson(deps.db, actor, async (tx) => ({
    draft: await findDraft(tx, { personId: actor.personId, item: studied.item.id }),
    countable: await isCountable(tx, actor.personId, studied),
    communities: (await listOwnCommunities(tx, actor.personId)).filter(({ left }) => !left),
  }))
  return documentOf(
    <TemplatePage
      frame={frameOf(c, deps.asset)}
      timeZone={actor.timeZone}
      studied={{ ...studied, body }}
      newer={newer}
      from={given.from ?? readFrom(c.req.query('from'))}
      values={given.values ?? own.draft?.values ?? {}}
      version={given.version ?? own.draft?.version ?? 0}
      elsewhere={given.elsewhere}
      more={readMoreRows(c.req.query('rows'))}
      errors={given.errors ?? []}
      notice={c.req.query('saved') === undefined ? undefined : fillMessages[language].saved}
      countable={own.countable}
      communities={own.communities.map(({ communityId, name }) => ({ communityId, name: name ?? '' }))}
      keep={given.keep}
    />,
  )
}

/** The lesson that someone came from: `course.lesson`. */
export function readFrom(text: string | undefined): FromLesson | undefined {
  const [, course, lesson] = /^([a-z0-9-]+)\.([a-z0-9-]+)$/.exec(text ?? '') ?? []
  return course !== undefined && lesson !== undefined ? { course, lesson } : undefined
}
