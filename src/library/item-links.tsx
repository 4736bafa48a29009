import type { Item } from '../content/schema.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { Say } from '../ui/parts.tsx'

/** Items by name under a heading; nothing where there are none. */
export function ItemLinks({ title, items, language }: { title: string; items: readonly Item[]; language: Language }) {
  if (items.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li>
            <a href={paths.item(language, item.id)}>
              <Say text={item.title} language={language} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
