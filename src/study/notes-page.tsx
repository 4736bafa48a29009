import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { Layout } from '../ui/layout.tsx'
import { noteMessages } from './note-messages.ts'
import type { Note } from './note-store.ts'
import { wholeText } from './notes-form.tsx'

/** A note with the words for what it stands beside. */
export type NamedNote = Note & { itemTitle: string; lessonTitle: string | undefined }

/** All notes of one's own on one page, to read and to print. */
export function NotesPage({ frame, timeZone, notes }: { frame: Frame; timeZone: string; notes: NamedNote[] }) {
  const { language } = frame
  const t = noteMessages[language]
  const items = [...new Set(notes.map(({ item }) => item))]
  return (
    <Layout {...frame} section="study" title={t.allTitle}>
      <h1>{t.allTitle}</h1>
      {notes.length === 0 && <p>{t.allNone}</p>}
      {items.map((item) => {
        const own = notes.filter((note) => note.item === item)
        return (
          <section>
            <h2>
              <a href={paths.study(language, item)}>{own[0]?.itemTitle}</a>
            </h2>
            {own.map((note) => (
              <>
                {note.lesson !== wholeText && <h3>{note.lessonTitle ?? note.lesson}</h3>}
                <p class="written">{note.body}</p>
                <p class="quiet">{t.changed(longDate(dayIn(note.updatedAt, timeZone), language))}</p>
              </>
            ))}
          </section>
        )
      })}
      <p class="actions">
        {notes.length > 0 && (
          <a href={paths.study(language, 'notes.txt')} download>
            {t.download}
          </a>
        )}
        <a href={paths.study(language)}>{t.back}</a>
      </p>
    </Layout>
  )
}

/** The same as plain text. */
export function notesAsText(notes: readonly NamedNote[], title: string): string {
  const parts = notes.map((note) => {
    const head = note.lesson === wholeText ? note.itemTitle : `${note.itemTitle} – ${note.lessonTitle ?? note.lesson}`
    return `${head}\n${'-'.repeat(Math.min(head.length, 72))}\n${note.body}\n`
  })
  return `${title}\n${'='.repeat(Math.min(title.length, 72))}\n\n${parts.join('\n')}`
}
