import { Hono } from 'hono'
import { paths } from '../paths.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'

/** Ids as packs write them; anything else names nothing. */
const named = '[a-z0-9-]+'

/** The names that learning events give to items and lessons lead to their open pages, in the reader's language. Open to all. */
export function identifierRoutes() {
  return new Hono<AppEnvironment>()
    .get(`/item/:item{${named}}`, (c) => {
      c.header('Vary', 'Accept-Language')
      return c.redirect(paths.item(c.var.language, c.req.param('item')), 303)
    })
    .get(`/item/:item{${named}}/lesson/:lesson{${named}}`, (c) => {
      c.header('Vary', 'Accept-Language')
      return c.redirect(paths.itemPart(c.var.language, c.req.param('item'), 'lessons', c.req.param('lesson')), 303)
    })
    .get(`/item/:item{${named}}/check/:form{[ab]}`, (c) => {
      c.header('Vary', 'Accept-Language')
      return c.redirect(paths.itemPart(c.var.language, c.req.param('item'), 'check'), 303)
    })
}
