import type { Component, Pack } from '../content/schema.ts'
import { formComponents } from '../content/text.ts'
import { paths, type SelfCheckPlace } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { Say } from '../ui/parts.tsx'
import { selfCheckMessages } from './messages.ts'
import { type AnswerState, isDone } from './record.ts'

/** What is known of a kept self-check; on the device the script fills these in. */
export type KeptProgress = { form: 'short' | 'full'; states: Record<string, AnswerState> }

type ProgressProps = {
  language: Language
  pack: Pack
  place: SelfCheckPlace
  current: Component
  kept?: KeptProgress
}

/** The components that are asked, with any other that has an answer or is open now. */
export function askedComponents(pack: Pack, kept: KeptProgress, current?: string): Component[] {
  const inForm = new Set(formComponents(pack, kept.form).map((component) => component.id))
  return pack.components.filter(
    ({ id }) => inForm.has(id) || id === current || (kept.states[id] ?? 'blank') !== 'blank',
  )
}

/** Where the reader is: domains with how far each is answered, and every question one jump away. */
export function Progress({ language, pack, place, current, kept }: ProgressProps) {
  const t = selfCheckMessages[language]
  const asked = kept ? askedComponents(pack, kept, current.id) : pack.components
  const domains = pack.domains
    .map((domain) => ({ domain, components: asked.filter((component) => component.domain === domain.id) }))
    .filter(({ components }) => components.length > 0)
  const count = (components: Component[]) =>
    kept
      ? `${components.filter(({ id }) => isDone(kept.states[id] ?? 'blank')).length} ${t.of} ${components.length}`
      : ''
  return (
    <nav class="progress" aria-label={t.progress}>
      <p class="place">
        {t.question} <span data-place>{asked.indexOf(current) + 1}</span> {t.of} <span data-total>{asked.length}</span>
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
