import type { Context } from 'hono'
import { Hono } from 'hono'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { uploadMessages } from '../../platform/uploads/messages.ts'
import { downloadHeaders, readUpload } from '../../platform/uploads/upload.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { deleteFile, getFile, insertFile } from '../record/index.ts'
import { answerMessages } from './answer-messages.ts'
import { deleteEvidence, getEvidence, hasFile, insertEvidence, listEvidence, mostEvidence } from './answer-store.ts'
import { EvidencePage } from './evidence-page.tsx'
import { readLink } from './forms.ts'
import { askedOf, closedFor, getOwn, loadRound } from './load.ts'
import { answerAddress } from './whose.ts'

/** Files and links beside an answer; what stays with the community never reaches staff. */
export function evidenceRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps

  /** Row-level security decides whose evidence may be read: one's own, and the advisor's to see. */
  const download = async (c: Context<JourneyEnvironment>) => {
    const { actor, place } = c.var
    const file = await asPerson(db, actor, async (tx) => {
      const evidence = await getEvidence(tx, c.req.param('evidence') ?? '')
      if (evidence.fileId === undefined) throw new NotFoundError()
      return getFile(tx, place.communityId, evidence.fileId)
    })
    return c.body(new Uint8Array(file.content), 200, downloadHeaders(file))
  }

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/diagnostic/files/:evidence', guard('diagnostic.answer'), download)
    .get('/journeys/:journey/diagnostic/responses/files/:evidence', guard('diagnostic.read-answers'), download)

    .get('/journeys/:journey/diagnostic/answer/:component/evidence', guard('diagnostic.answer'), async (c) =>
      c.html(await evidencePage(deps, c)),
    )

    .post('/journeys/:journey/diagnostic/answer/:component/evidence', guard('diagnostic.answer'), async (c) => {
      const { actor, place, language } = c.var
      const t = answerMessages[language]
      const form = await readForm(c.req)
      const remove = textIn(form, 'remove')
      const link = readLink(form, t)
      const upload = remove === '' ? await readUpload(form, 'file', { scan: deps.scanFile }) : undefined
      const staysWithUs = textIn(form, 'stays') === 'yes'
      const errors = await asPerson(db, actor, async (tx): Promise<FieldError[]> => {
        const { respondent, round, component } = await ownComponent(deps, tx, c, { lock: true })
        const at = now()
        if (closedFor(place, round, respondent, at)) throw new ConflictError()
        const here = await listEvidence(tx, respondent.id, component.id)
        if (remove !== '') {
          const found = here.find(({ id }) => id === remove)
          if (found?.fileId) await deleteFile(tx, place.communityId, found.fileId)
          else if (found) await deleteEvidence(tx, found.id)
          return []
        }
        if (!link.ok) return link.errors
        if (upload && !upload.ok && upload.reason !== 'missing') {
          return [{ field: 'file', message: uploadMessages[language].problems[upload.reason] }]
        }
        const newFile = upload?.ok && !(await hasFile(tx, respondent.id, component.id, upload.sha256))
        const newLink = link.value !== undefined && !here.some((one) => one.link === link.value)
        if (!upload?.ok && link.value === undefined) return [{ field: 'file', message: t.evidenceNothing }]
        if (here.length + Number(newFile) + Number(newLink) > mostEvidence) {
          return [{ field: 'file', message: t.evidenceTooMany }]
        }
        const common = {
          respondentId: respondent.id,
          communityId: place.communityId,
          component: component.id,
          staysWithUs,
          at,
        }
        if (upload?.ok && newFile) {
          const fileId = await insertFile(tx, {
            upload,
            communityId: place.communityId,
            journeyId: place.journey.id,
            purpose: 'evidence',
            staysWithUs,
            by: actor.personId,
            at,
          })
          await insertEvidence(tx, { ...common, what: { fileId } })
        }
        if (link.value !== undefined && newLink) await insertEvidence(tx, { ...common, what: { link: link.value } })
        return []
      })
      if (errors.length > 0) {
        const values = { link: textIn(form, 'link'), stays: staysWithUs }
        return c.html(await evidencePage(deps, c, { errors, values }), 422)
      }
      const component = c.req.param('component')
      return c.redirect(answerAddress(language, place.journey.id, { kind: 'own' }, component, 'evidence'), 303)
    })
}

async function ownComponent(
  deps: RoomDependencies,
  tx: Tx,
  c: Context<JourneyEnvironment>,
  options: { lock?: true } = {},
) {
  const { round, pack } = await loadRound(deps, tx, c.var.place)
  const respondent = await getOwn(tx, c, round, options)
  const component = askedOf(pack, round, respondent).find(({ id }) => id === c.req.param('component'))
  if (component === undefined) throw new NotFoundError()
  return { round, respondent, component }
}

async function evidencePage(
  deps: RoomDependencies,
  c: Context<JourneyEnvironment>,
  given: { errors?: FieldError[]; values?: { link: string; stays: boolean } } = {},
) {
  const { actor, place, standing } = c.var
  const view = await asPerson(deps.db, actor, async (tx) => {
    const { round, respondent, component } = await ownComponent(deps, tx, c)
    return {
      component,
      evidence: await listEvidence(tx, respondent.id, component.id),
      open: closedFor(place, round, respondent, deps.now()) === undefined,
    }
  })
  return documentOf(
    <EvidencePage frame={frameOf(c, deps.asset)} place={place} standing={standing} {...view} {...given} />,
  )
}
