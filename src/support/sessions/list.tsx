import { momentIn } from '../../journey/interview/index.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { sessionMessages } from './messages.ts'
import type { SessionLine } from './store.ts'

/** Sessions of a community or of one person, under their own heading. */
export function SessionList(props: { frame: Frame; timeZone: string; sessions: readonly SessionLine[] }) {
  const { language } = props.frame
  const t = sessionMessages[language]
  return (
    <>
      <h2>{t.title}</h2>
      {props.sessions.length === 0 && <p>{t.none}</p>}
      <ul class="rows">
        {props.sessions.map((one) => (
          <li>
            <a
              href={paths.support(language, one.communityId, 'sessions', one.id)}
              lang={one.language === language ? undefined : one.language}
            >
              {one.topic}
            </a>
            <p class="meta">
              {[
                t.states[one.state],
                momentIn(one.startsAt, language, props.timeZone),
                ...(one.hostName === undefined ? [] : [t.withHost(one.hostName)]),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
