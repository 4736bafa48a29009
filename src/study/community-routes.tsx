import { type Context, Hono } from 'hono'
import { canonicalJson } from '../content/release.ts'
import { templateValuesFromForm } from '../domain/template-values.ts'
import { templateKept } from '../journey/learning/index.ts'
import { recordEvent } from '../journey/record/index.ts'
import { paths } from '../paths.ts'
import { asPerson, frameOf, namesOf, type PlaceEnvironment, type RoomDependencies } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { readForm, textIn, textsIn } from '../platform/web/posted-form.ts'
import { dayIn } from '../ui/dates.ts'
import { documentOf } from '../ui/layout.tsx'
import type { FieldError } from '../ui/parts.tsx'
import { listSharedResults } from './check-store.ts'
import {
  FilledTemplatePage,
  type FilledTemplatePageProps,
  SharedResultsPage,
  TemplatesPage,
} from './community-pages.tsx'
import { readItem } from './load.ts'
import { problemsInWords, readMoreRows } from './template-fields.tsx'
import { makeVersionFiles, storeVersionFiles } from './template-files.ts'
import { fillMessages } from './template-messages.ts'
import { type FilledTemplate, getTemplate, insertVersion, listTemplates, takeVersion } from './template-store.ts'

type C = Context<PlaceEnvironment>
type Shown = Partial<
  Pick<FilledTemplatePageProps, 'values' | 'name' | 'version' | 'elsewhere' | 'errors' | 'notice' | 'more'>
>

/** What a community filled in together, and results that its people chose to show. */
export function communityStudyRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset } = deps

  const common = (c: C) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
    timeZone: c.var.actor.timeZone,
  })

  /** A filled-in template with the fields of its own release. */
  const load = async (c: C) => {
    const { communityId } = c.var.place
    const found = await asPerson(db, c.var.actor, async (tx) => {
      const { template, versions } = await getTemplate(tx, communityId, c.req.param('template') ?? '')
      const names = await namesOf(
        tx,
        versions.map(({ savedBy }) => savedBy),
      )
      const named = versions.map((version) => ({ ...version, savedByName: names.get(version.savedBy ?? '') }))
      return { template, versions: named }
    })
    const read = await readItem(deps, found.template.release, found.template.item)
    if (read?.body?.kind !== 'template') throw new NotFoundError()
    return { ...found, item: read.item, body: read.body, pack: read.pack }
  }

  const page = async (c: C, shown: Shown) => {
    const { template, versions, item, body } = await load(c)
    return documentOf(
      <FilledTemplatePage
        {...common(c)}
        template={template}
        title={item.title}
        body={body}
        versions={versions}
        values={shown.values ?? versions[0]?.values ?? {}}
        name={shown.name ?? template.name}
        version={shown.version ?? template.version}
        elsewhere={shown.elsewhere}
        more={shown.more}
        errors={shown.errors ?? []}
        notice={shown.notice}
      />,
    )
  }

  const at = (c: C, template: FilledTemplate) =>
    paths.community(c.var.language, c.var.place.communityId, 'templates', template.id)

  return new Hono<PlaceEnvironment>()
    .get('/communities/:community/templates', guard.community('learning.templates'), async (c) => {
      const asked = Number(c.req.query('page') ?? '1')
      const number = Number.isInteger(asked) && asked >= 1 && asked <= 1000 ? asked : 1
      const { templates, more } = await asPerson(db, c.var.actor, (tx) =>
        listTemplates(tx, c.var.place.communityId, number),
      )
      const named = []
      for (const template of templates) {
        const read = await readItem(deps, template.release, template.item)
        named.push({ ...template, title: read?.item.title ?? { en: template.item, fr: template.item } })
      }
      return c.html(documentOf(<TemplatesPage {...common(c)} templates={named} page={number} more={more} />))
    })
    .get('/communities/:community/templates/results', guard.community('learning.shared-results'), async (c) => {
      const { results, names } = await asPerson(db, c.var.actor, async (tx) => {
        const found = await listSharedResults(tx, c.var.place.communityId)
        return {
          results: found,
          names: await namesOf(
            tx,
            found.map(({ personId }) => personId),
          ),
        }
      })
      const named = []
      for (const result of results) {
        const title = (await readItem(deps, deps.release, result.item))?.item.title
        named.push({ ...result, title, name: names.get(result.personId) })
      }
      return c.html(documentOf(<SharedResultsPage {...common(c)} results={named} />))
    })
    .get('/communities/:community/templates/:template', guard.community('learning.templates'), async (c) => {
      const t = fillMessages[c.var.language]
      const notice =
        c.req.query('kept') !== undefined ? t.kept : c.req.query('changed') !== undefined ? t.changed : undefined
      return c.html(await page(c, { notice }))
    })
    .post('/communities/:community/templates/:template', guard.community('learning.templates'), async (c) => {
      const { actor, place, language } = c.var
      const { personId } = actor
      const { communityId } = place
      const t = fillMessages[language]
      const form = await readForm(c.req)
      const { template, versions, item, body, pack } = await load(c)
      const { values, problems } = templateValuesFromForm(body, (name) => textsIn(form, name))
      const name = textIn(form, 'name').replace(/\s+/g, ' ').trim()
      const typed = Number(textIn(form, 'version'))
      const version = Number.isInteger(typed) && typed > 0 ? typed : 0
      const errors: FieldError[] = problemsInWords(body, problems, language)
      if (name === '') errors.unshift({ field: 'name', message: t.nameMissing })
      if (name.length > 120) errors.unshift({ field: 'name', message: t.nameTooLong })
      if (errors.length > 0) return c.html(await page(c, { values, name, version, errors }), 422)
      const more = readMoreRows(textIn(form, 'add'))
      // More rows are no version yet: what was typed stays in the form.
      if (more) return c.html(await page(c, { values, name, version, more }))
      const same = canonicalJson(versions[0]?.values ?? {}) === canonicalJson(values) && name === template.name
      // Nothing was written: no version is made of it.
      if (same) return c.redirect(at(c, template), 303)
      const files = await makeVersionFiles(deps, {
        pack,
        title: item.title,
        licence: item.licence,
        body,
        language: template.language,
        values,
        community: place.communityName,
        date: dayIn(now(), actor.timeZone),
      })
      const time = now()
      const saved = await asPerson(db, actor, async (tx) => {
        const next = await takeVersion(tx, { communityId, id: template.id, name, version, at: time })
        if (next === undefined) return undefined
        const stored = await storeVersionFiles(tx, files, {
          communityId,
          journeyId: template.journeyId,
          name,
          title: item.title,
          language: template.language,
          version: next,
          by: personId,
          at: time,
        })
        await insertVersion(tx, {
          ...stored,
          templateId: template.id,
          communityId,
          version: next,
          values,
          by: personId,
          at: time,
        })
        const { journeyId } = template
        await recordEvent(tx, {
          communityId,
          ...(journeyId === undefined ? {} : { journeyId }),
          personId,
          act: 'template.changed',
          at: time,
          detail: { template: template.id, item: item.id, version: next },
        })
        // The action of the plan then shows the newest file. An advisor who writes on does not become a learner of it.
        if (journeyId !== undefined && c.var.standing.community.some((role) => role !== 'advisor')) {
          const kept = { journeyId, communityId, item: item.id, fileId: stored.wordFile, personId, at: time }
          await templateKept(deps, tx, kept)
        }
        return next
      })
      if (saved === undefined) {
        // What is newest now is read again: sending the form once more replaces what is shown beside it.
        const { template: newest, versions: newer } = await load(c)
        const elsewhere = { values: newer[0]?.values ?? {}, name: newest.name }
        return c.html(await page(c, { values, name, version: newest.version, elsewhere }), 409)
      }
      return c.redirect(`${at(c, template)}?changed`, 303)
    })
}
