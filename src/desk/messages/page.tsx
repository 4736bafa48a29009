import { may, type Standing } from '../../domain/access.ts'
import { JourneyFrame } from '../../journey/record/index.ts'
import { paths } from '../../paths.ts'
import type { Frame, JourneyEnvironment } from '../../people/index.ts'
import { dayIn, longDate, timeOfDay } from '../../ui/dates.ts'
import { TextArea } from '../../ui/fields.tsx'
import { ErrorSummary } from '../../ui/parts.tsx'
import type { Message } from './store.ts'
import { messageWords } from './words.ts'

/** What a community and its advisor wrote to each other, the newest first under the form. */
export function MessagesPage(props: {
  frame: Frame
  place: JourneyEnvironment['Variables']['place']
  standing: Standing
  timeZone: string
  messages: Message[]
  older: string | undefined
  sent: boolean
  form: { key: string; body: string; error: string | undefined }
}) {
  const { frame, place, standing, timeZone, messages, form } = props
  const { language } = frame
  const t = messageWords[language]
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="messages" title={t.title}>
      {form.error && <ErrorSummary errors={[{ field: 'body', message: form.error }]} language={language} />}
      {props.sent && (
        <p class="note" role="status">
          {t.sent}
        </p>
      )}
      <p>{t.lead}</p>
      {may('message.write', standing) && (
        <form method="post" action={paths.journey(language, place.journey.id, 'messages')}>
          <input type="hidden" name="key" value={form.key} />
          <TextArea name="body" label={t.write} hint={t.hint} value={form.body} error={form.error} rows={5} />
          <p class="actions">
            <button type="submit">{t.send}</button>
          </p>
        </form>
      )}
      {messages.length === 0 ? (
        <p class="note">{t.none}</p>
      ) : (
        <ol class="messages">
          {messages.map((message) => (
            <li>
              <h2>
                {message.author ?? t.someone}{' '}
                <time class="quiet" datetime={message.at.toISOString()}>
                  {longDate(dayIn(message.at, timeZone), language)}, {timeOfDay(message.at, language, timeZone)}
                </time>
              </h2>
              <p class="lines">{message.body}</p>
            </li>
          ))}
        </ol>
      )}
      {props.older !== undefined && (
        <p>
          <a
            href={`${paths.journey(language, place.journey.id, 'messages')}?before=${encodeURIComponent(props.older)}`}
          >
            {t.older}
          </a>
        </p>
      )}
    </JourneyFrame>
  )
}
