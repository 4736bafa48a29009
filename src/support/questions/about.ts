import { itemTitle, nameOf } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { questionMessages } from './messages.ts'
import type { About } from './store.ts'

/** One thing that a question is about, as a page names it. */
export type AboutLine = { label: string; title: string; href: string | undefined }

/** What an address or a form says a question is about, as far as the release knows it. Everything else is left out. */
export function readAbout(
  pack: Pack,
  given: { item?: string | undefined; lesson?: string | undefined; component?: string | undefined },
): Omit<About, 'actionId'> {
  const item = pack.items.find(({ id }) => id === given.item)?.id
  const body = item === undefined ? undefined : pack.bodies[item]
  const lesson = body?.kind === 'course' ? body.lessons.find(({ id }) => id === given.lesson)?.id : undefined
  return { item, lesson, component: pack.components.find(({ id }) => id === given.component)?.id }
}

/** The subject area of a component, or of what an item lifts first. */
export function disciplineOf(
  pack: Pack,
  about: { item: string | undefined; component: string | undefined },
): string | undefined {
  const lifted = pack.items.find(({ id }) => id === about.item)?.lifts[0]?.component
  const component = about.component ?? lifted
  return pack.components.find(({ id }) => id === component)?.domain
}

/** What a question is about, in words, with where it stands. */
export function aboutLines(
  pack: Pack,
  about: About,
  language: Language,
  action: { journeyId: string; title: string } | undefined,
): AboutLine[] {
  const t = questionMessages[language]
  const lines: AboutLine[] = []
  const { item, lesson, component, actionId } = about
  if (item !== undefined) {
    const known = pack.items.some(({ id }) => id === item)
    const href = known ? paths.item(language, item) : undefined
    lines.push({ label: t.aboutItem, title: itemTitle(pack, item, language), href })
    const body = pack.bodies[item]
    const found = body?.kind === 'course' ? body.lessons.find(({ id }) => id === lesson) : undefined
    if (found) {
      const to = paths.itemPart(language, item, 'lessons', found.id)
      lines.push({ label: t.aboutLesson, title: say(found.title, language).text, href: to })
    }
  }
  if (component !== undefined) {
    const domain = pack.components.find(({ id }) => id === component)?.domain
    const title = nameOf(pack.components, component, language)
    lines.push({
      label: t.aboutComponent,
      title,
      href: domain === undefined ? undefined : paths.component(language, domain, component),
    })
  }
  if (actionId !== undefined && action) {
    lines.push({
      label: t.aboutAction,
      title: action.title,
      href: paths.journey(language, action.journeyId, 'actions', actionId),
    })
  }
  return lines
}
