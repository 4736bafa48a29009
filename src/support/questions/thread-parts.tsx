import type { Frame } from '../../people/index.ts'
import { dayIn, longDate, timeOfDay } from '../../ui/dates.ts'
import { Written } from '../parts.tsx'
import { questionMessages } from './messages.ts'
import type { Question } from './store.ts'
import type { Message, Route } from './thread-store.ts'

/** The messages of a thread with their files. */
export function Thread(props: {
  frame: Frame
  timeZone: string
  messages: readonly Message[]
  /** The reader. */
  personId: string
  communityName: string
  /** Whoever answers from outside is told nobody's name. */
  names: boolean
  fileHref: (file: string) => string
}) {
  const { frame, timeZone, communityName } = props
  const { language } = frame
  const t = questionMessages[language]
  const who = (message: Message) => {
    if (message.writtenBy === props.personId) return t.you
    if (!message.answers && !props.names) return t.someoneOf(communityName)
    return message.name ?? t.someone
  }
  return (
    <ol class="thread">
      {props.messages.map((message) => (
        <li class={message.answers ? 'answers' : undefined}>
          <h3>
            {message.answers ? t.answer : t.message}{' '}
            <span class="meta">
              {who(message)},{' '}
              <time datetime={message.at.toISOString()}>{longDate(dayIn(message.at, timeZone), language)}</time>,{' '}
              {timeOfDay(message.at, language, timeZone)}
            </span>
          </h3>
          <Written text={message.body} from={message.language} language={language} />
          {message.files.length > 0 && (
            <ul class="plain-list">
              {message.files.map((file) => (
                <li>
                  <a href={props.fileHref(file.id)}>{t.download(file.name)}</a>{' '}
                  <span class="meta">{t.kilobytes(Math.max(1, Math.round(file.size / 1000)))}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

/** To whom a question went, and why it was passed on. */
export function Routes(props: { frame: Frame; timeZone: string; question: Question; routes: readonly Route[] }) {
  const { frame, timeZone, question, routes } = props
  const { language } = frame
  const t = questionMessages[language]
  const date = (at: Date) => longDate(dayIn(at, timeZone), language)
  return (
    <>
      <h2>{t.whoAnswers}</h2>
      {question.answererId === undefined ? (
        <p>{t.nobodyYet}</p>
      ) : (
        question.sharedAt === undefined && <p class="note">{t.waitsForAgreement}</p>
      )}
      {routes.length > 0 && (
        <ul>
          {routes.map((route) => (
            <li>
              {route.by === undefined
                ? t.sentTo(route.to ?? t.someone, date(route.at))
                : t.passedOn(route.to ?? t.someone, route.by, date(route.at))}
              {route.reason !== '' && <p class="lines">{route.reason}</p>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
