import type { Choice } from '../../journey/action-plan/body/index.ts'
import { actionPlanMessages } from '../../journey/action-plan/body/index.ts'
import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { resultsMessages } from './messages.ts'

/** The documents a self-check can be taken away as; the value of the button that asks for one. */
export const documentChoices = [
  { document: 'report-card', format: 'pdf' },
  { document: 'report-card', format: 'docx' },
  { document: 'report-card', format: 'txt' },
  { document: 'report-card', format: 'json' },
  { document: 'action-plan', format: 'pdf' },
  { document: 'action-plan', format: 'docx' },
  { document: 'action-plan', format: 'txt' },
  { document: 'action-plan', format: 'json' },
] as const

export type DocumentChoice = (typeof documentChoices)[number]

type DownloadsProps = { language: Language; place: SelfCheckPlace; only: DocumentChoice['document'] }

/** Buttons that make a document, and what happens to the answers when one is pressed. */
export function Downloads({ language, place, only }: DownloadsProps) {
  const t = resultsMessages[language]
  const name = only === 'report-card' ? t.reportCardAs : t.planAs
  return (
    <section class="no-print">
      <h2>{t.downloadTitle}</h2>
      <form method="post" action={paths.documents(language, place)} data-documents class="narrow">
        {place.kind === 'device' && <input type="hidden" name="answers" value="" />}
        {place.kind === 'device' && <input type="hidden" name="today" value="" />}
        <p>{place.kind === 'device' ? t.downloadNotice : t.downloadNoticeKept}</p>
        <p>
          <label class="label" for="community">
            {t.communityName}
          </label>
          <span class="hint" id="community-hint">
            {t.communityHint}
          </span>
          <input
            type="text"
            id="community"
            name="community"
            maxlength={120}
            aria-describedby="community-hint"
            autocomplete="off"
          />
        </p>
        <p class="actions">
          {documentChoices
            .filter((choice) => choice.document === only)
            .map((choice, index) => (
              <button
                type="submit"
                name="document"
                value={`${choice.document}.${choice.format}`}
                class={index === 0 ? undefined : 'second'}
                aria-label={t.asFormat(name, t.formats[choice.format])}
              >
                {t.formats[choice.format]}
              </button>
            ))}
        </p>
      </form>
    </section>
  )
}

/** The button that chooses a pathway, or takes the choice back. */
export function chooseButton(language: Language, place: SelfCheckPlace, chosen: Choice | undefined) {
  const t = actionPlanMessages[language]
  return (id: Choice) => {
    const mine = chosen === id
    return (
      <form method="post" action={place.kind === 'kept' ? paths.plan(language, place) : undefined} data-choose={id}>
        <input type="hidden" name="chosen" value={mine ? '' : id} />
        <input type="hidden" name="was-chosen" value={chosen ?? ''} />
        <button type="submit" class={mine ? 'plain' : 'second'}>
          {mine ? t.unchoose : t.choose(id)}
        </button>
      </form>
    )
  }
}

/** Where to go from a result: back to the answers, and to the other results. */
export function ResultLinks({ language, place, here }: { language: Language; place: SelfCheckPlace; here: string }) {
  const t = resultsMessages[language]
  const links = [
    { id: 'review', href: paths.review(language, place), label: t.backToAnswers },
    { id: 'report-card', href: paths.reportCard(language, place), label: t.toReportCard },
    { id: 'plan', href: paths.plan(language, place), label: t.toPlan },
    ...(place.kind === 'device' ? [{ id: 'compare', href: paths.compare(language), label: t.toCompare }] : []),
  ]
  return (
    <nav class="progress no-print" aria-label={resultsMessages[language].reportCardTitle}>
      <ol>
        {links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.id === here ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/**
 * What a results page on the device shows until its script has run, or if it never does.
 *
 * @param props.components ids of the components that can be answered today
 */
export function DeviceShell(props: { language: Language; release: string; kind: string; components?: string[] }) {
  const { language, release, kind, components } = props
  const t = resultsMessages[language]
  return (
    <div
      id="results"
      data-results={kind}
      data-language={language}
      data-release={release}
      data-components={components?.join(' ')}
    >
      <p data-loading hidden>
        {t.loading}
      </p>
      <div data-no-script class="note amber">
        <p>{t.scriptNeeded}</p>
        <p>
          <a href={paths.withoutScripts(language)}>{t.withoutScripts}</a>
        </p>
      </div>
    </div>
  )
}

/** Shown in place of results when the device holds no answers, or lets no page keep any. */
export function NothingYet({ language, canStore }: { language: Language; canStore: boolean }) {
  const t = resultsMessages[language]
  return (
    <>
      <p class={canStore ? undefined : 'note amber'}>{canStore ? t.nothingYet : t.cannotStore}</p>
      <p class="actions">
        {canStore ? (
          <a class="button" href={paths.selfCheck(language, onDevice)}>
            {t.startHere}
          </a>
        ) : (
          <a class="button" href={paths.withoutScripts(language)}>
            {t.withoutScripts}
          </a>
        )}
      </p>
    </>
  )
}
