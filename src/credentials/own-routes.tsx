import { Hono } from 'hono'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { uuid } from '../platform/ids.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import { DeleteCredentialPage, OwnCredentialsPage, type OwnNotice } from './own-pages.tsx'
import type { CredentialDependencies } from './public-routes.tsx'
import { deleteCredential, findCredential, listCredentialsOf, setHidden } from './store.ts'

const notices: readonly OwnNotice[] = ['hidden', 'shown', 'removed']

/** `/credentials`: a person's own certificates. */
export function ownRoutes({ db, asset, guard }: CredentialDependencies) {
  const own = guard.program('credential.own')
  return new Hono<ActorEnvironment>()
    .get('/credentials', own, async (c) => {
      const { actor } = c.var
      const page = {
        frame: frameOf(c, asset),
        timeZone: actor.timeZone,
        credentials: await asPerson(db, actor, (tx) => listCredentialsOf(tx, actor.personId)),
        notice: notices.find((one) => one === c.req.query('done')),
      }
      return c.html(documentOf(<OwnCredentialsPage {...page} />))
    })
    .post('/credentials/:credential/visibility', own, async (c) => {
      const { personId } = c.var.actor
      const id = c.req.param('credential')
      const hidden = textIn(await readForm(c.req), 'hidden') === 'yes'
      const changed =
        uuid.test(id) && (await asPerson(db, c.var.actor, (tx) => setHidden(tx, { id, personId, hidden })))
      if (!changed) throw new NotFoundError()
      return c.redirect(`${paths.credentials(c.var.language)}?done=${hidden ? 'hidden' : 'shown'}`, 303)
    })
    .get('/credentials/:credential/delete', own, async (c) => {
      const id = c.req.param('credential')
      const credential = uuid.test(id) ? await asPerson(db, c.var.actor, (tx) => findCredential(tx, id)) : undefined
      if (credential?.personId !== c.var.actor.personId) throw new NotFoundError()
      return c.html(documentOf(<DeleteCredentialPage frame={frameOf(c, asset)} credential={credential} />))
    })
    .post('/credentials/:credential/delete', own, async (c) => {
      const { personId } = c.var.actor
      const id = c.req.param('credential')
      if (!uuid.test(id)) throw new NotFoundError()
      // Sent twice, it is gone all the same.
      await asPerson(db, c.var.actor, (tx) => deleteCredential(tx, { id, personId }))
      return c.redirect(`${paths.credentials(c.var.language)}?done=removed`, 303)
    })
}
