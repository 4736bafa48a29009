import type { Child } from 'hono/jsx'
import { type ActName, may, type Standing } from '../../domain/access.ts'
import { type CommunityPart, paths } from '../../paths.ts'
import { Layout } from '../../ui/layout.tsx'
import type { Place } from '../access/actor.ts'
import type { Frame } from '../access/room.ts'
import { communityMessages } from './messages.ts'

export type CommunityFrameProps = {
  frame: Frame
  place: Pick<Place, 'communityId' | 'communityName' | 'invented'>
  standing: Standing
  /** The page of the community that this is; left out, its overview. */
  part?: CommunityPart
  title: string
  children: Child
}

const parts: [CommunityPart, ActName][] = [
  ['profile', 'community.edit'],
  ['members', 'community.members'],
  ['consent', 'community.consent'],
  ['support', 'support.see'],
  ['files', 'community.files'],
  ['templates', 'learning.templates'],
  ['reads', 'community.reads'],
  ['record', 'community.reads'],
]

/** Every page of a community: whose it is, and its pages that the reader may open. */
export function CommunityFrame({ frame, place, standing, part, title, children }: CommunityFrameProps) {
  const { language } = frame
  const t = communityMessages[language]
  const labels: Partial<Record<CommunityPart, string>> = t
  return (
    <Layout
      {...frame}
      section="start"
      title={title === place.communityName ? title : `${title} · ${place.communityName}`}
    >
      <header class="journey-head">
        <p class="community">
          {place.communityName}
          {place.invented && <span class="quiet"> ({t.invented})</span>}
        </p>
        <nav class="journey-nav" aria-label={t.communityMenu}>
          <ul>
            <li>
              <a
                href={paths.community(language, place.communityId)}
                aria-current={part === undefined ? 'page' : undefined}
              >
                {t.overview}
              </a>
            </li>
            {parts
              .filter(([, act]) => may(act, standing))
              .map(([to]) => (
                <li>
                  <a
                    href={paths.community(language, place.communityId, to)}
                    aria-current={to === part || (to === 'members' && part === 'invitations') ? 'page' : undefined}
                  >
                    {labels[to]}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      </header>
      <h1>{title}</h1>
      {children}
    </Layout>
  )
}
