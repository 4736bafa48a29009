import { type Context, Hono } from 'hono'
import type { Pack } from '../../content/schema.ts'
import { paths } from '../../paths.ts'
import {
  type ActorEnvironment,
  asPerson,
  frameOf,
  type RoomDependencies,
  saveDirectoryEntry,
} from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { isLanguage } from '../../platform/languages.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import { AdvisorPage, AdvisorsPage } from './advisor-pages.tsx'
import { listAdvisors } from './advisor-store.ts'
import { programRequestMessages } from './program-messages.ts'

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** What advisors bring, for managers, who may correct it; each says it of themselves in the directory. */
export function advisorRoutes(deps: RoomDependencies) {
  const { db, asset, guard, now } = deps
  const managedPath = `/program/advisors/:advisor{${uuid}}` as const

  return new Hono<ActorEnvironment>()
    .get('/program/advisors', guard.program('program.assign'), async (c) => {
      const advisors = await asPerson(db, c.var.actor, (tx) => listAdvisors(tx))
      return c.html(
        documentOf(
          <AdvisorsPage
            frame={frameOf(c, asset)}
            standing={c.var.standing}
            advisors={advisors}
            pack={await packOf()}
          />,
        ),
      )
    })
    .get(managedPath, guard.program('program.assign'), (c) => draw(c, c.req.param('advisor')))
    .post(managedPath, guard.program('program.assign'), (c) => save(c, c.req.param('advisor')))

  async function packOf(): Promise<Pack> {
    const content = await deps.findContent(deps.release)
    if (content === undefined) throw new NotFoundError()
    return content.pack
  }

  type Shown = Partial<Pick<Parameters<typeof AdvisorPage>[0], 'typed' | 'errors' | 'saved' | 'lost'>>

  async function draw(c: Context<ActorEnvironment>, personId: string, shown: Shown = {}) {
    const [advisor] = await asPerson(db, c.var.actor, (tx) => listAdvisors(tx, personId))
    if (advisor === undefined) throw new NotFoundError()
    const props = { frame: frameOf(c, asset), standing: c.var.standing, advisor, pack: await packOf() }
    const saved = c.req.query('saved') !== undefined
    return c.html(
      documentOf(<AdvisorPage {...props} saved={saved} {...shown} />),
      shown.lost !== undefined ? 409 : shown.errors !== undefined ? 422 : 200,
    )
  }

  async function save(c: Context<ActorEnvironment>, personId: string) {
    const { actor, language } = c.var
    const t = programRequestMessages[language]
    const form = await readForm(c.req)
    const pack = await packOf()
    const typed = {
      languages: listIn(form, 'languages').filter(isLanguage),
      disciplines: listIn(form, 'disciplines').filter((id) => pack.domains.some((domain) => domain.id === id)),
      most: textIn(form, 'most').trim(),
    }
    const errors = [
      ...(typed.languages.length > 0 ? [] : [{ field: 'languages', message: t.languagesError }]),
      ...(/^\d{1,2}$/.test(typed.most) && Number(typed.most) <= 60 ? [] : [{ field: 'most', message: t.mostError }]),
    ]
    if (errors.length > 0) return draw(c, personId, { typed, errors })
    const saved = await asPerson(db, actor, async (tx) => {
      const [known] = await listAdvisors(tx, personId)
      if (known === undefined) throw new NotFoundError()
      const version = Number(textIn(form, 'version'))
      const changes = { languages: typed.languages, disciplines: typed.disciplines, mostJourneys: Number(typed.most) }
      return saveDirectoryEntry(tx, { personId, changes, version, at: now() })
    })
    if (!saved) {
      const lost = [typed.languages.join(', '), typed.disciplines.join(', '), typed.most].join(' · ')
      return draw(c, personId, { lost })
    }
    return c.redirect(`${paths.program(language, 'advisors', personId)}?saved`, 303)
  }
}

function listIn(form: PostedForm, name: string): string[] {
  return [form[name] ?? []].flat().filter((one): one is string => typeof one === 'string')
}
