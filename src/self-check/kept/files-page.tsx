import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { type KeptPage, SelfCheckPage, type SelfCheckPageProps } from '../questions/shell.tsx'
import { withNumbers } from '../record/describe-answer.ts'
import { type KeepingWords, keepingMessages } from './messages.ts'

/** Files of a self-check under a private link, and how an import there went. */
export type KeptFiles = KeptPage & {
  /** There are answers that an import would replace. */
  hasAnswers: boolean
  problems: string[]
  more: number
  /** Components that were imported just now. */
  imported?: number
  /** The imported file names another release than today's. */
  otherRelease?: boolean
}

/** Answers out to a file and in from a file. */
export function FilesPage(props: SelfCheckPageProps & { kept?: KeptFiles }) {
  const { language, kept } = props
  const t = keepingMessages[language]
  return (
    <SelfCheckPage
      {...props}
      {...(kept ? { kept } : {})}
      at={paths.files}
      title={t.filesTitle}
      script={{ page: 'files', words: { imported: t.imported }, pack: true }}
    >
      <Heading t={t} />
      {kept ? <KeptContent language={language} kept={kept} /> : <DeviceContent language={language} />}
    </SelfCheckPage>
  )
}

function Heading({ t }: { t: KeepingWords }) {
  return (
    <>
      <h1>{t.filesTitle}</h1>
      <p class="lead">{t.filesLead}</p>
    </>
  )
}

function KeptContent({ language, kept }: { language: Language; kept: KeptFiles }) {
  const t = keepingMessages[language]
  const place: SelfCheckPlace = { kind: 'kept', token: kept.token }
  return (
    <>
      {kept.problems.length > 0 && (
        <div class="error-summary" role="alert" id="problems">
          <h2>{t.importProblems}</h2>
          <ProblemList t={t} problems={kept.problems} more={kept.more} />
        </div>
      )}
      {kept.imported !== undefined && (
        <p class="note" role="status">
          {withNumbers(t.imported, { n: kept.imported })} {kept.otherRelease && t.importedOtherRelease}
        </p>
      )}
      <h2>{t.exportTitle}</h2>
      <ul>
        <li>
          <a href={paths.keptAnswers(language, kept.token, 'json')} download>
            {t.exportJson}
          </a>
          <p class="hint">{t.exportJsonHint}</p>
        </li>
        <li>
          <a href={paths.keptAnswers(language, kept.token, 'csv')} download>
            {t.exportCsv}
          </a>
          <p class="hint">{t.exportCsvHint}</p>
        </li>
      </ul>
      <h2>{t.importTitle}</h2>
      <p>{t.importLead}</p>
      <form method="post" action={paths.files(language, place)} enctype="multipart/form-data">
        <FileField t={t} />
        {kept.hasAnswers && (
          <div class="field choice">
            <input type="checkbox" id="agree" name="agree" value="yes" />
            <label for="agree">{t.importAgree}</label>
          </div>
        )}
        <button type="submit">{t.importButton}</button>
      </form>
    </>
  )
}

function DeviceContent({ language }: { language: Language }) {
  const t = keepingMessages[language]
  return (
    <fieldset id="answers" disabled>
      <h2>{t.exportTitle}</h2>
      <p>{t.exportDevice}</p>
      <p id="nothing" hidden>
        {t.nothingToExport}
      </p>
      <ul class="plain-list" id="exports">
        <li>
          <button type="button" class="second" id="export-json">
            {t.exportJson}
          </button>
          <p class="hint">{t.exportJsonHint}</p>
        </li>
        <li>
          <button type="button" class="second" id="export-csv">
            {t.exportCsv}
          </button>
          <p class="hint">{t.exportCsvHint}</p>
        </li>
      </ul>
      <h2>{t.importTitle}</h2>
      <p>
        {t.importLead} {t.importDevice}
      </p>
      <div class="error-summary" role="alert" id="problems" tabindex={-1} hidden>
        <h3>{t.importProblems}</h3>
        <ul />
      </div>
      <div class="note" id="imported" tabindex={-1} hidden>
        <p />
        <p id="imported-other" hidden>
          {t.importedOtherRelease}
        </p>
        <p>
          <button type="button" class="second" id="undo">
            {t.importUndo}
          </button>{' '}
          <a href={paths.review(language, onDevice)}>{t.goOnDevice}</a>
        </p>
      </div>
      <p class="note" id="undone" role="status" hidden>
        {t.importUndone}
      </p>
      <form id="import">
        <FileField t={t} />
        <button type="submit">{t.importButton}</button>
      </form>
    </fieldset>
  )
}

function FileField({ t }: { t: KeepingWords }) {
  return (
    <div class="field">
      <label class="label" for="file">
        {t.importLabel}
      </label>
      <input type="file" id="file" name="file" accept=".json,.csv,application/json,text/csv" />
    </div>
  )
}

/** What is wrong with a file, one line a problem. */
export function ProblemList({ t, problems, more }: { t: KeepingWords; problems: string[]; more: number }) {
  return (
    <ul>
      {problems.map((problem) => (
        <li>{problem}</li>
      ))}
      {more > 0 && <li>{t.importMore(more)}</li>}
    </ul>
  )
}
