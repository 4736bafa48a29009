import { type Context, Hono } from 'hono'
import type { Pack } from '../../content/schema.ts'
import { paths } from '../../paths.ts'
import {
  type ActorEnvironment,
  asPerson,
  type DirectoryEntry,
  frameOf,
  listDirectory,
  type RoomDependencies,
  saveDirectoryEntry,
} from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { isLanguage, languages } from '../../platform/languages.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { listIn, longest, written } from '../forms.ts'
import { packOf } from '../pack.ts'
import { directoryMessages } from './messages.ts'
import { type DirectoryFilter, DirectoryPage, EditEntryPage, EntryPage, type TypedEntry } from './pages.tsx'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Who can help: everyone who signs in may look; each changes their own entry. */
export function directoryRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps

  const own = async (c: Context<ActorEnvironment>): Promise<DirectoryEntry> => {
    const { actor } = c.var
    const [entry] = await asPerson(db, actor, (tx) => listDirectory(tx, actor.personId))
    if (entry === undefined) throw new NotFoundError()
    return entry
  }

  const edit = async (
    c: Context<ActorEnvironment>,
    given: { typed?: TypedEntry; errors?: FieldError[]; lost?: string },
  ) => {
    const entry = await own(c)
    const typed = given.typed ?? asTyped(entry)
    const props = { frame: frameOf(c, asset), standing: c.var.standing, pack: await packOf(deps), entry, typed }
    const more = { errors: given.errors ?? [], saved: c.req.query('saved') !== undefined, lost: given.lost }
    const status = given.lost !== undefined ? 409 : given.errors ? 422 : 200
    return c.html(documentOf(<EditEntryPage {...props} {...more} />), status)
  }

  return new Hono<ActorEnvironment>()
    .get('/directory', guard.program('directory.see'), async (c) => {
      const { actor, standing } = c.var
      const pack = await packOf(deps)
      const asked = (name: string) => c.req.query(name)?.trim() ?? ''
      const filter: DirectoryFilter = {
        discipline: pack.domains.find(({ id: domain }) => domain === asked('discipline'))?.id ?? '',
        language: isLanguage(asked('language')) ? asked('language') : '',
        place: asked('place').slice(0, 80),
      }
      const all = await asPerson(db, actor, (tx) => listDirectory(tx))
      const entries = all.filter((entry) => fits(entry, filter))
      const props = { frame: frameOf(c, asset), standing, pack, filter, entries, isEmpty: all.length === 0 }
      return c.html(documentOf(<DirectoryPage {...props} />))
    })
    .get('/directory/me', guard.program('directory.edit'), (c) => edit(c, {}))
    .post('/directory/me', guard.program('directory.edit'), async (c) => {
      const { actor, language } = c.var
      const form = await readForm(c.req)
      const pack = await packOf(deps)
      const entry = await own(c)
      const { typed, errors } = readEntry(form, { pack, entry, t: directoryMessages[language] })
      if (errors.length > 0) return edit(c, { typed, errors })
      const saved = await asPerson(db, actor, (tx) =>
        saveDirectoryEntry(tx, {
          personId: actor.personId,
          changes: {
            languages: typed.languages,
            disciplines: typed.disciplines,
            places: linesOf(typed.places),
            about: Object.fromEntries(Object.entries(typed.about).filter(([, text]) => text !== '')),
            takesQuestions: typed.takesQuestions,
            takesSessions: typed.takesSessions,
            mostQuestions: Number(typed.mostQuestions),
            ...(entry.roles.includes('advisor') ? { mostJourneys: Number(typed.most) } : {}),
          },
          version: Number.parseInt(textIn(form, 'version'), 10) || 0,
          at: now(),
        }),
      )
      if (!saved) {
        const lost = [typed.languages, typed.disciplines, linesOf(typed.places), Object.values(typed.about)].flat()
        return edit(c, { lost: lost.filter((text) => text !== '').join(' · ') })
      }
      return c.redirect(`${paths.directory(language, 'me')}?saved`, 303)
    })
    .get(`/directory/:person{${id}}`, guard.program('directory.see'), async (c) => {
      const [entry] = await asPerson(db, c.var.actor, (tx) => listDirectory(tx, c.req.param('person')))
      if (entry === undefined) throw new NotFoundError()
      const props = { frame: frameOf(c, asset), pack: await packOf(deps), entry }
      return c.html(documentOf(<EntryPage {...props} />))
    })
}

/** Whether someone is what a reader looks for. Accents and case do not matter in a place's name. */
function fits(entry: DirectoryEntry, filter: DirectoryFilter): boolean {
  const place = plain(filter.place)
  return (
    (filter.discipline === '' || entry.disciplines.includes(filter.discipline)) &&
    (filter.language === '' || entry.languages.includes(filter.language)) &&
    (place === '' || entry.places.some((one) => plain(one).includes(place)))
  )
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const linesOf = (text: string) =>
  [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')

function asTyped(entry: DirectoryEntry): TypedEntry {
  const fresh = entry.version === 0
  return {
    languages: entry.languages,
    disciplines: entry.disciplines,
    places: entry.places.join('\n'),
    about: { en: entry.about.en ?? '', fr: entry.about.fr ?? '' },
    takesQuestions: fresh || entry.takesQuestions,
    takesSessions: fresh || entry.takesSessions,
    mostQuestions: String(entry.mostQuestions),
    most: String(entry.mostJourneys),
  }
}

function readEntry(
  form: PostedForm,
  given: { pack: Pack; entry: DirectoryEntry; t: (typeof directoryMessages)['en'] },
): { typed: TypedEntry; errors: FieldError[] } {
  const { pack, entry, t } = given
  const typed: TypedEntry = {
    languages: listIn(form, 'languages').filter(isLanguage),
    disciplines: listIn(form, 'disciplines').filter((one) => pack.domains.some((domain) => domain.id === one)),
    places: written(form, 'places'),
    about: { en: written(form, 'about-en'), fr: written(form, 'about-fr') },
    takesQuestions: textIn(form, 'questions') === 'yes',
    takesSessions: textIn(form, 'sessions') === 'yes',
    mostQuestions: textIn(form, 'mostQuestions').trim() || String(entry.mostQuestions),
    most: textIn(form, 'most').trim() || String(entry.mostJourneys),
  }
  const errors: FieldError[] = []
  const places = linesOf(typed.places)
  if (typed.languages.length === 0) errors.push({ field: 'languages', message: t.languagesError })
  if (places.length > 10 || places.some((place) => place.length > 80)) {
    errors.push({ field: 'places', message: t.placesError })
  }
  for (const one of languages) {
    if (typed.about[one].length > longest.about) errors.push({ field: `about-${one}`, message: t.aboutError })
  }
  if (!/^([1-9]|[1-4]\d|50)$/.test(typed.mostQuestions)) {
    errors.push({ field: 'mostQuestions', message: t.mostQuestionsError })
  }
  if (!/^\d{1,2}$/.test(typed.most) || Number(typed.most) > 60) errors.push({ field: 'most', message: t.mostError })
  return { typed, errors }
}
