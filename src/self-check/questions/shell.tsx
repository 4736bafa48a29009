import type { Child } from 'hono/jsx'
import type { Component, Pack } from '../../content/schema.ts'
import { formComponents, say } from '../../content/text.ts'
import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { type AssetUrl, Layout } from '../../ui/layout.tsx'
import { keepingMessages } from '../kept/messages.ts'
import type { AnswerWords } from '../record/describe-answer.ts'
import { slimPack } from '../record/slim-pack.ts'
import { selfCheckMessages } from './messages.ts'

/** What every page of the self-check is given. */
export type SelfCheckPageProps = { language: Language; pack: Pack; release: string; asset: AssetUrl }

/** A self-check under a private link, as every page of it is given. */
export type KeptPage = {
  token: string
  /** The answers belong to another release than today's questions. */
  newRelease: boolean
}

/** The island script of the self-check's pages; questions have a lighter one. */
export const selfCheckScript = 'self-check.js'
const questionScript = 'question.js'

type FrameProps = SelfCheckPageProps & {
  /** Address of the page in its place. */
  at: (language: Language, place: SelfCheckPlace) => string
  title: string
  description?: string
  kept?: KeptPage & { conflict?: boolean; errors?: readonly unknown[]; problems?: readonly unknown[] }
  children: Child
  /** What the script on the device needs. */
  script: {
    page: string
    /** Words and values, as JSON. */
    words?: object
    /** The ids and numbers of the pack go along. */
    pack?: boolean
    component?: Component
  }
}

/** A page of the self-check in either place: under a private link plain, on the device with its script. */
export function SelfCheckPage(props: FrameProps) {
  const { language, asset, kept, title, description } = props
  const place: SelfCheckPlace = kept ? { kind: 'kept', token: kept.token } : onDevice
  const common = { language, path: props.at(language, place), title, asset, section: 'self-check' as const }
  if (!kept) {
    return (
      <Layout
        {...common}
        {...(description ? { description } : {})}
        scripts={[props.script.component ? questionScript : selfCheckScript]}
      >
        <DeviceShell {...props} />
      </Layout>
    )
  }
  const hasErrors = (kept.errors?.length ?? 0) + (kept.problems?.length ?? 0) > 0
  return (
    <Layout {...common} title={hasErrors ? `${selfCheckMessages[language].errorTitle}${title}` : title} hidden>
      <KeptNote language={language} token={kept.token} />
      {kept.newRelease && <p class="note">{selfCheckMessages[language].newRelease}</p>}
      {kept.conflict && (
        <p class="note amber" role="alert">
          {selfCheckMessages[language].settingsConflict}
        </p>
      )}
      {props.children}
    </Layout>
  )
}

/**
 * Around the content of a page whose answers live on the device: says what the script needs to know, and what to do when it
 * does not run.
 */
function DeviceShell(props: FrameProps) {
  const { script, pack } = props
  const t = selfCheckMessages[props.language]
  return (
    <div
      id="self-check"
      data-page={script.page}
      data-release={props.release}
      data-pack-id={pack.id}
      data-component={script.component?.id}
      data-rubric-version={script.component?.rubricVersion}
      data-words={script.words && JSON.stringify(script.words)}
      data-pack={script.pack && JSON.stringify(slimPack(pack))}
    >
      <div class="note amber needs-script" id="needs-script">
        <p>
          {t.needsScript} <a href={paths.withoutScripts(props.language)}>{t.needsScriptLink}</a>.
        </p>
      </div>
      <div class="note amber" id="save-failed" role="alert" tabindex={-1} hidden>
        <p>
          {t.saveFailed} <a href={paths.withoutScripts(props.language)}>{t.needsScriptLink}</a>.
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
function KeptNote({ language, token }: { language: Language; token: string }) {
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
