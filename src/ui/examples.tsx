import type { Component } from '../content/schema.ts'
import type { Language } from '../platform/languages.ts'
import { uiMessages } from './messages.ts'
import { Say } from './parts.tsx'

/** What the highest level of a component can look like in a small place and in a large one. */
export function Examples({ component, language }: { component: Component; language: Language }) {
  const t = uiMessages[language]
  const { hamlet, city } = component.examples
  return (
    <dl class="facts">
      <dt>{t.hamlet}</dt>
      <dd>
        <Say text={hamlet} language={language} />
      </dd>
      <dt>{t.city}</dt>
      <dd>
        <Say text={city} language={language} />
      </dd>
    </dl>
  )
}
