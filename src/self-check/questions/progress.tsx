import type { Component, Pack } from '../../content/schema.ts'
import { paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { Say } from '../../ui/parts.tsx'
import { askedOf } from '../record/asked.ts'
import { type AnswerState, isDone } from '../record/record.ts'
import { selfCheckMessages } from './messages.ts'

/** What is known of a kept self-check; on the device the script fills these in. */
export type KeptProgress = {
  form: 'short' | 'full'
  states: Record<string, AnswerState>
  /** Components answered under other descriptors than today's. */
  checkAgain: string[]
}

type ProgressProps = {
  language: Language
  pack: Pack
  place: SelfCheckPlace
  current: Component
  kept?: KeptProgress
}

/** The components that a self-check under a private link asks. */
export function askedUnderLink(pack: Pack, { form, states }: KeptProgress, current?: string): Component[] {
  const hasAnswer = (id: string) => (states[id] ?? 'blank') !== 'blank'
  return askedOf(pack.components, { form, hasAnswer, ...(current === undefined ? {} : { current }) })
}

/** Where the reader is: domains with how far each is answered, and every question one jump away. */
export function Progress({ language, pack, place, current, kept }: ProgressProps) {
  const t = selfCheckMessages[language]
  const asked = kept ? askedUnderLink(pack, kept, current.id) : pack.components
  const domains = pack.domains
    .map((domain) => ({ domain, components: asked.filter((component) => component.domain === domain.id) }))
    .filter(({ components }) => components.length > 0)
  const count = (components: Component[]) =>
    kept
      ? `${components.filter(({ id }) => isDone(kept.states[id] ?? 'blank')).length} ${t.of} ${components.length}`
      : ''
  return (
    <nav class="progress" aria-label={t.progress}>
      <p class="place" hidden={!kept}>
        {t.question} <span data-place>{kept && asked.indexOf(current) + 1}</span> {t.of}{' '}
        <span data-total>{kept && asked.length}</span>
      </p>
      <ol class="on-wide">
        {domains.map(({ domain, components }) => (
          <li data-domain={domain.id}>
            <a
              href={paths.question(language, place, firstOpen(components, kept).id)}
              aria-current={domain.id === current.domain ? 'step' : undefined}
            >
              <Say text={domain.name} language={language} />
            </a>{' '}
            <span class="quiet" data-count={domain.id}>
              {count(components)}
            </span>
          </li>
        ))}
      </ol>
      <details>
        <summary>{t.allQuestions}</summary>
        {domains.map(({ domain, components }) => (
          <div data-domain={domain.id}>
            <p class="label">
              <Say text={domain.name} language={language} />{' '}
              <span class="quiet" data-count={domain.id}>
                {count(components)}
              </span>
            </p>
            <ul>
              {components.map((component) => (
                <li data-of={component.id} data-core={component.core ? '' : undefined}>
                  <a
                    href={paths.question(language, place, component.id)}
                    aria-current={component === current ? 'page' : undefined}
                  >
                    <Say text={component.name} language={language} />
                  </a>{' '}
                  <span class="quiet" data-state>
                    {kept ? t.states[kept.states[component.id] ?? 'blank'] : ''}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </nav>
  )
}

function firstOpen(components: Component[], kept: KeptProgress | undefined): Component {
  const open = kept && components.find(({ id }) => !isDone(kept.states[id] ?? 'blank'))
  const shown = open ?? components.find((component) => component.core) ?? components[0]
  return shown as Component
}
