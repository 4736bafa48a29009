import type { Child } from 'hono/jsx'
import { type AccountPart, paths } from '../../paths.ts'
import { Layout } from '../../ui/layout.tsx'
import type { Frame } from '../access/room.ts'
import { ownMessages } from './messages.ts'

const parts: (AccountPart | undefined)[] = [undefined, 'security', 'sessions', 'mail', 'data', 'tokens']

/** Every page about the person who is signed in, with the way to the others. */
export function AccountFrame(props: {
  frame: Frame
  part?: AccountPart
  title: string
  scripts?: string[]
  children: Child
}) {
  const { frame, part } = props
  const t = ownMessages[frame.language]
  const labels: Partial<Record<AccountPart, string>> = t.parts
  return (
    <Layout {...frame} title={props.title} scripts={props.scripts ?? []}>
      <nav class="journey-nav" aria-label={t.menu}>
        <ul>
          {parts.map((to) => (
            <li>
              <a href={paths.account(frame.language, to)} aria-current={to === part ? 'page' : undefined}>
                {to === undefined ? t.parts.account : labels[to]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1>{props.title}</h1>
      {props.children}
    </Layout>
  )
}
