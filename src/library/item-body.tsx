import type { Child } from 'hono/jsx'
import type { CoachingBody, CourseBody, GuidelineBody, Item, ItemBody, Pack, TemplateBody } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { Say } from '../ui/parts.tsx'
import { ItemLinks } from './item-links.tsx'
import { itemMessages } from './item-messages.ts'
import { lessonMessages } from './lesson-messages.ts'
import { BodyText, FurtherReading, LessonList } from './lesson-parts.tsx'
import { TemplateOutline } from './template-outline.tsx'

type PartProps<Body> = { language: Language; pack: Pack; item: Item; body: Body; children: Child }

/**
 * What an item holds, by its kind: what can be done with it, then its text or its parts.
 *
 * @param props `children` is what one can do afterwards; it stands between the two
 */
export function ItemBodyPart(props: Omit<PartProps<ItemBody>, 'body'>) {
  const body = props.pack.bodies[props.item.id]
  if (body === undefined) return <Unwritten {...props} />
  switch (body.kind) {
    case 'course':
      return <Course {...props} body={body} />
    case 'guideline':
      return <Guideline {...props} body={body} />
    case 'template':
      return <Template {...props} body={body} />
    case 'coaching':
      return <Coaching {...props} body={body} />
    default:
      return <FromElsewhere {...props} body={body} />
  }
}

function Course({ language, item, body, children }: PartProps<CourseBody>) {
  const t = itemMessages[language]
  const l = lessonMessages[language]
  const first = body.lessons[0]
  const hrefOf = (lesson: { id: string }) => paths.itemPart(language, item.id, 'lessons', lesson.id)
  return (
    <>
      <p class="actions">
        {first && (
          <a class="button" href={hrefOf(first)}>
            {t.startReading}
          </a>
        )}
        <a class="button second" href={paths.study(language, item.id)}>
          {t.keepPlace}
        </a>
      </p>
      <p class="quiet">{t.keepPlaceNote}</p>
      {children}
      <h2>{l.lessons}</h2>
      <LessonList language={language} lessons={body.lessons} hrefOf={hrefOf} />
      <ul class="downloads no-print">
        <li>
          <a href={paths.itemPart(language, item.id, 'print')}>{t.printAll}</a>
        </li>
        <li>
          <a href={paths.itemPart(language, item.id, 'download')} download>
            {t.downloadAll}
          </a>
        </li>
      </ul>
      <p class="quiet">{t.downloadNote}</p>
      <h2>{t.tryCheck}</h2>
      <p>
        <a href={paths.itemPart(language, item.id, 'check')}>
          {t.tryCheck}, {t.questions(body.checks.a.length)}
        </a>
      </p>
      <p class="quiet">{t.tryCheckNote}</p>
      <FurtherReading sources={body.furtherReading} language={language} />
    </>
  )
}

function Guideline({ language, pack, item, body, children }: PartProps<GuidelineBody>) {
  const t = itemMessages[language]
  return (
    <>
      <p class="actions">
        <a class="button second" href={paths.study(language, item.id)}>
          {t.keepPlace}
        </a>
      </p>
      {children}
      <h2>{t.theGuideline}</h2>
      <BodyText
        language={language}
        item={item.id}
        text={body.text}
        figures={body.figures}
        places={{ headingLevel: 3 }}
      />
      <ItemLinks
        title={t.goesWith}
        items={pack.items.filter(({ id }) => body.templates.includes(id))}
        language={language}
      />
      <FurtherReading sources={body.furtherReading} language={language} />
    </>
  )
}

function Template({ language, item, body, children }: PartProps<TemplateBody>) {
  const t = itemMessages[language]
  const file = (ending: string) => paths.itemPart(language, item.id, 'files', `${item.id}.${ending}`)
  return (
    <>
      <p>
        <Say text={body.intro} language={language} />
      </p>
      <p class="actions">
        <a class="button" href={paths.study(language, item.id)}>
          {t.fillIn}
        </a>
      </p>
      <p class="quiet">{t.fillInNote}</p>
      <h2>{t.files}</h2>
      <ul class="downloads">
        {body.formats.includes('word') && (
          <li>
            <a href={file('docx')} download>
              {t.word}
            </a>
          </li>
        )}
        {body.formats.includes('spreadsheet') && (
          <li>
            <a href={file('xlsx')} download>
              {t.spreadsheet}
            </a>
          </li>
        )}
        <li>
          <a href={file('html')} download>
            {t.webPage}
          </a>
        </li>
      </ul>
      {children}
      <h2>{t.theTemplate}</h2>
      <TemplateOutline language={language} body={body} />
    </>
  )
}

function Coaching({ language, item, body, children }: PartProps<CoachingBody>) {
  const t = itemMessages[language]
  const { about, minutes } = lessonMessages[language]
  const lines = (title: string, texts: CoachingBody['before']) => (
    <>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li>
            <Say text={text} language={language} />
          </li>
        ))}
      </ul>
    </>
  )
  return (
    <>
      <p class="actions">
        <a class="button" href={paths.study(language, item.id)}>
          {t.planSession}
        </a>
      </p>
      {children}
      <h2>{t.outline}</h2>
      {lines(t.before, body.before)}
      {body.blocks.map((block) => (
        <section>
          <h3>
            <Say text={block.title} language={language} />
          </h3>
          <p class="meta">{about(minutes(block.minutes))}</p>
          <ul>
            {block.points.map((point) => (
              <li>
                <Say text={point} language={language} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {lines(t.after, body.after)}
    </>
  )
}

type Elsewhere = Extract<ItemBody, { kind: 'link' | 'file' | 'package' }>

function FromElsewhere({ language, item, body, children }: PartProps<Elsewhere>) {
  const t = itemMessages[language]
  return (
    <>
      {body.kind === 'link' && (
        <>
          <p class="actions">
            <a class="button" href={body.url} rel="noopener noreferrer">
              {t.elsewhere(say(body.publisher, language).text)}
            </a>
          </p>
          <p class="quiet">{t.elsewhereNote}</p>
        </>
      )}
      {body.kind === 'file' && (
        <p>
          {t.theFile}{' '}
          <a href={paths.itemPart(language, item.id, 'files', body.file)} download>
            {body.name}
          </a>
        </p>
      )}
      {body.kind === 'package' && (
        <>
          <p class="actions">
            <a class="button" href={paths.packagePlayer(language, body.package)}>
              {t.play}
            </a>
          </p>
          <p class="quiet">{t.playNote}</p>
        </>
      )}
      {children}
    </>
  )
}

/** An item whose text is still to come says so, and what helps until then. */
function Unwritten({ language, pack, item, children }: Omit<PartProps<ItemBody>, 'body'>) {
  const t = itemMessages[language]
  const components = new Set(item.lifts.map((lift) => lift.component))
  const meanwhile = pack.items.filter(
    (other) =>
      other.id !== item.id &&
      pack.bodies[other.id] !== undefined &&
      other.lifts.some((lift) => components.has(lift.component)),
  )
  return (
    <>
      <div class="note">
        <p>
          <strong>{t.unwritten}.</strong> {t.unwrittenNote}
        </p>
        <ul>
          {meanwhile.slice(0, 3).map((other) => (
            <li>
              <a href={paths.item(language, other.id)}>
                <Say text={other.title} language={language} />
              </a>
            </li>
          ))}
          {pack.components
            .filter((component) => components.has(component.id))
            .map((component) => (
              <li>
                <a href={paths.component(language, component.domain, component.id)}>
                  <Say text={component.name} language={language} />
                </a>
              </li>
            ))}
          <li>{t.unwrittenObjectives}</li>
        </ul>
      </div>
      {children}
    </>
  )
}
