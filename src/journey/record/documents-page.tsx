import type { DocumentModel } from '../../documents/model.ts'
import { DocumentBlocks } from '../../documents/page.tsx'
import { documentKinds } from '../../domain/stages.ts'
import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { documentsMessages } from './documents-messages.ts'
import { JourneyFrame, type JourneyFrameProps } from './journey-frame.tsx'
import { journeyMessages } from './messages.ts'
import type { JourneyDocument } from './store.ts'

const formats = ['pdf', 'docx', 'txt', 'json'] as const

type PageProps = Pick<JourneyFrameProps, 'frame' | 'place' | 'standing'> & { timeZone: string }

/** Every published document of a journey, by kind, the newest version first. */
export function DocumentsPage({
  documents,
  names,
  timeZone,
  ...page
}: PageProps & { documents: JourneyDocument[]; names: ReadonlyMap<string, string> }) {
  const { language } = page.frame
  const t = documentsMessages[language]
  const journeyId = page.place.journey.id
  const kinds = documentKinds.filter((kind) => documents.some((one) => one.kind === kind))
  return (
    <JourneyFrame {...page} part="documents" title={t.title}>
      <p class="lead">{documents.length === 0 ? t.none : t.lead}</p>
      {kinds.map((kind) => {
        const versions = documents.filter((one) => one.kind === kind).toSorted((a, b) => b.version - a.version)
        return (
          <section aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{journeyMessages[language].documentKinds[kind]}</h2>
            <ul class="rows">
              {versions.map((one, index) => (
                <li>
                  <h3>
                    <a href={paths.journeyDocument(language, journeyId, one.id)}>{t.version(one.version)}</a>
                    {versions.length > 1 && index === 0 && <span class="quiet"> ({t.newest})</span>}
                  </h3>
                  <p class="quiet">
                    {t.publishedOn(
                      longDate(dayIn(one.publishedAt, timeZone), language),
                      names.get(one.publishedBy ?? ''),
                    )}
                  </p>
                  {one.reason && (
                    <p>
                      <strong>{t.reason}</strong>
                      <br />
                      {one.reason}
                    </p>
                  )}
                  <Downloads {...{ language, journeyId, document: one }} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </JourneyFrame>
  )
}

/** One document, drawn from its frozen blocks. */
export function DocumentPage({
  document,
  model,
  timeZone,
  ...page
}: PageProps & { document: JourneyDocument; model: DocumentModel }) {
  const { language } = page.frame
  const t = documentsMessages[language]
  const journeyId = page.place.journey.id
  const other = model.language !== language
  return (
    <JourneyFrame {...page} part="documents" title={journeyMessages[language].documentKinds[document.kind]}>
      <p class="quiet">
        {t.version(document.version)} · {longDate(dayIn(document.publishedAt, timeZone), language)}
      </p>
      <Downloads {...{ language, journeyId, document }} />
      {other && <p class="note amber">{t.otherLanguage}</p>}
      <article class="document" lang={other ? model.language : undefined}>
        <DocumentBlocks document={model} />
      </article>
      <p class="quiet">{t.frozen}</p>
      <p>
        <a href={paths.journey(language, journeyId, 'documents')}>{t.back}</a>
      </p>
    </JourneyFrame>
  )
}

function Downloads(props: {
  language: PageProps['frame']['language']
  journeyId: string
  document: Pick<JourneyDocument, 'id' | 'kind' | 'version'>
}) {
  const { language, journeyId, document } = props
  const t = documentsMessages[language]
  const what = `${journeyMessages[language].documentKinds[document.kind]}, ${t.version(document.version)}`
  return (
    <ul class="downloads" aria-label={`${t.download} – ${what}`}>
      {formats.map((format) => (
        <li>
          <a href={paths.journeyDocument(language, journeyId, document.id, format)} download>
            {t[format]}
          </a>
        </li>
      ))}
    </ul>
  )
}
