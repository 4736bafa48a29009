import type { Child } from 'hono/jsx'
import type { Pack } from '../content/schema.ts'
import { formComponents, say } from '../content/text.ts'
import { paths } from '../paths.ts'
import { type Language, locales } from '../platform/languages.ts'
import type { AssetUrl } from '../ui/layout.tsx'
import type { AnswerWords } from './describe-answer.ts'
import { keepingMessages } from './keeping-messages.ts'
import { selfCheckMessages } from './messages.ts'

/** What every page of the self-check is given. */
export type SelfCheckPageProps = { language: Language; pack: Pack; release: string; asset: AssetUrl }

/** The island script of the self-check's pages. */
export const selfCheckScript = 'self-check.js'

/**
 * Around the content of a page whose answers live on the device: says what the script needs to know, and what to do when it
 * does not run.
 */
export function DeviceShell(props: {
  page: string
  language: Language
  release: string
  /** Words and values for the script, as JSON. */
  words?: object
  pack?: object
  component?: string
  children: Child
}) {
  const t = selfCheckMessages[props.language]
  return (
    <div
      id="self-check"
      data-page={props.page}
      data-release={props.release}
      data-component={props.component}
      data-words={props.words && JSON.stringify(props.words)}
      data-pack={props.pack && JSON.stringify(props.pack)}
    >
      <div class="note amber needs-script" id="needs-script">
        <p>
          {t.needsScript} <a href={paths.withoutScripts(props.language)}>{t.needsScriptLink}</a>.
        </p>
      </div>
      <div class="note amber" id="save-failed" role="alert" hidden>
        <p>
          {t.saveFailed} <a href={paths.withoutScripts(props.language)}>{t.withoutScripts}</a>.
        </p>
      </div>
      <p class="note" id="new-release" hidden>
        {t.newRelease}
      </p>
      {props.children}
    </div>
  )
}

/** A quiet line on pages under a private link, with the way to its date and deletion. */
export function KeptNote({ language, token }: { language: Language; token: string }) {
  const t = keepingMessages[language]
  return (
    <p class="quiet">
      {t.privateNote} <a href={paths.selfCheck(language, { kind: 'kept', token })}>{t.keptHome}</a>
    </p>
  )
}

/** Minutes a form takes: a minute and a half a component, to the nearest five. */
export function minutesOf(pack: Pack, form: 'short' | 'full'): number {
  const minutes = (formComponents(pack, form).length * 10) / 7
  return Math.max(5, Math.round(minutes / 5) * 5)
}

/** The words with which answers of this pack are said. */
export function answerWords(pack: Pack, language: Language): AnswerWords {
  const t = selfCheckMessages[language]
  return {
    facets: pack.facets.map((facet) => ({
      id: facet.id,
      name: say(facet.name, language).text,
      levels: facet.levels.map((level) => say(level.name, language).text),
    })),
    dk: t.dontKnow,
    na: t.notHere,
    wanted: t.wanted,
    importance: t.importance,
    importances: t.importances,
    note: t.note,
    colon: language === 'fr' ? '\u00A0: ' : ': ',
  }
}

/** A date in full: "24 December 2026". */
export function sayDate(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'America/Toronto' }).format(date)
}
