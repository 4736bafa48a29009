import { type Context, Hono } from 'hono'
import { indexAnswer } from '../../library/index.ts'
import { paths } from '../../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { type Language, languages } from '../../platform/languages.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { recordProgramEvent } from '../../program/index.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { longest, written } from '../forms.ts'
import { packOf } from '../pack.ts'
import { publishedMessages } from './messages.ts'
import { AnswerPage, AnswersPage, EditAnswerPage, RemoveAnswerPage, type TypedAnswer } from './pages.tsx'
import {
  type AnswerText,
  deleteAnswer,
  findForAuthors,
  findPublishedAnswer,
  type LibraryAnswer,
  listForAuthors,
  saveAnswer,
} from './store.ts'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const base = `/program/answers/:answer{${id}}` as const

/** Answers for everyone: their public pages, and the authors' desk where they are worded. */
export function publishedRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps

  const find = async (c: Context<ActorEnvironment>): Promise<LibraryAnswer> => {
    const answer = await asPerson(db, c.var.actor, (tx) => findForAuthors(tx, c.req.param('answer') ?? ''))
    if (answer === undefined) throw new NotFoundError()
    return answer
  }

  const edit = async (
    c: Context<ActorEnvironment>,
    given: { typed?: TypedAnswer; errors?: FieldError[]; lost?: TypedAnswer },
  ) => {
    const t = publishedMessages[c.var.language]
    const answer = await find(c)
    const typed = given.typed ?? asTyped(answer)
    const notice =
      c.req.query('saved') === undefined ? undefined : answer.state === 'published' ? t.isPublished : t.saved
    const props = { frame: frameOf(c, asset), standing: c.var.standing, pack: await packOf(deps), answer, typed }
    const more = { errors: given.errors ?? [], lost: given.lost, notice }
    const status = given.lost ? 409 : given.errors ? 422 : 200
    return c.html(documentOf(<EditAnswerPage {...props} {...more} />), status)
  }

  return (
    new Hono<ActorEnvironment>()
      // Open: what is published is for everyone, and knows nobody.
      .get(`/catalogue-answers/:answer{${id}}`, async (c) => {
        const { language } = c.var
        const answer = await findPublishedAnswer(db, c.req.param('answer'), language)
        if (answer === undefined) throw new NotFoundError()
        const props = { language, path: c.req.path, asset, pack: await packOf(deps), answer }
        return c.html(documentOf(<AnswerPage {...props} />))
      })
      .get('/program/answers', guard.program('support.publish'), async (c) => {
        const answers = await asPerson(db, c.var.actor, (tx) => listForAuthors(tx))
        const notice = c.req.query('removed') === undefined ? undefined : publishedMessages[c.var.language].removed
        const props = { frame: frameOf(c, asset), standing: c.var.standing, answers, notice }
        return c.html(documentOf(<AnswersPage {...props} />))
      })
      .get(base, guard.program('support.publish'), (c) => edit(c, {}))
      .post(base, guard.program('support.publish'), async (c) => {
        const { actor, language } = c.var
        const t = publishedMessages[language]
        const form = await readForm(c.req)
        const pack = await packOf(deps)
        await find(c)
        const typed: TypedAnswer = {
          texts: { en: textOf(form, 'en'), fr: textOf(form, 'fr') },
          item: pack.items.find((one) => one.id === textIn(form, 'item'))?.id ?? '',
          component: pack.components.find((one) => one.id === textIn(form, 'component'))?.id ?? '',
        }
        const errors: FieldError[] = []
        for (const one of languages) {
          const { question, answer } = typed.texts[one]
          if ((question === '') !== (answer === '')) {
            errors.push({ field: question === '' ? `question-${one}` : `answer-${one}`, message: t.bothParts })
          }
          if (question.length > longest.text) errors.push({ field: `question-${one}`, message: t.tooLong })
          if (answer.length > longest.text) errors.push({ field: `answer-${one}`, message: t.tooLong })
        }
        const texts = Object.fromEntries(Object.entries(typed.texts).filter(([, text]) => text.question !== ''))
        if (errors.length === 0 && Object.keys(texts).length === 0) {
          errors.push({ field: `question-${language}`, message: t.needOne })
        }
        if (errors.length > 0) return edit(c, { typed, errors })
        const publish = textIn(form, 'act') === 'publish'
        const at = now()
        const saved = await asPerson(db, actor, async (tx) => {
          const done = await saveAnswer(tx, {
            id: c.req.param('answer'),
            version: Number.parseInt(textIn(form, 'version'), 10) || 0,
            texts,
            item: typed.item || undefined,
            component: typed.component || undefined,
            publish,
            at,
          })
          if (done && publish) {
            await indexAnswer(tx, searchable(c.req.param('answer'), typed, texts))
            await recordProgramEvent(tx, { personId: actor.personId, act: 'library.answer-published', at })
          }
          return done
        })
        if (!saved) return edit(c, { lost: typed })
        return c.redirect(`${paths.program(language, 'answers', c.req.param('answer'))}?saved`, 303)
      })
      .get(`${base}/remove`, guard.program('support.publish'), async (c) => {
        const props = { frame: frameOf(c, asset), standing: c.var.standing, answer: await find(c) }
        return c.html(documentOf(<RemoveAnswerPage {...props} />))
      })
      .post(`${base}/remove`, guard.program('support.publish'), async (c) => {
        const { actor, language } = c.var
        await asPerson(db, actor, async (tx) => {
          await deleteAnswer(tx, c.req.param('answer'))
          await recordProgramEvent(tx, { personId: actor.personId, act: 'library.answer-removed', at: now() })
        })
        return c.redirect(`${paths.program(language, 'answers')}?removed`, 303)
      })
  )
}

function textOf(form: PostedForm, language: Language): AnswerText {
  return { question: written(form, `question-${language}`), answer: written(form, `answer-${language}`) }
}

/** What the library's search finds of an answer. */
function searchable(id: string, typed: TypedAnswer, texts: Record<string, AnswerText>) {
  return {
    id,
    ...(typed.item === '' ? {} : { item: typed.item }),
    components: typed.component === '' ? [] : [typed.component],
    texts: Object.fromEntries(
      Object.entries(texts).map(([language, { question, answer }]) => [language, { title: question, text: answer }]),
    ),
  }
}

function asTyped(answer: LibraryAnswer): TypedAnswer {
  const text = (language: Language) => answer.texts[language] ?? { question: '', answer: '' }
  return { texts: { en: text('en'), fr: text('fr') }, item: answer.item ?? '', component: answer.component ?? '' }
}
