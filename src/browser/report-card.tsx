import { ReportCardBody } from '../journey/report-card/body/index.ts'
import { onDevice } from '../paths.ts'
import { resultsMessages } from '../self-check/results/messages.ts'
import { questionsAt, ResultNotes } from '../self-check/results/notes.tsx'
import { Downloads, NothingYet } from '../self-check/results/parts.tsx'
import { reportCardOf } from '../self-check/results/report-card-of.ts'
import { SaveForLater } from '../self-check/results/saved-parts.tsx'
import { fillDocumentForms, onResultsPage, show, tell } from './results/device.ts'
import { savedList, saveNow } from './results/saved.ts'
import { canStore, readRecord } from './self-check/storage.ts'

void onResultsPage(async ({ root, language, scored, components }) => {
  const record = readRecord()
  if (record === undefined || Object.keys(record.answers).length === 0) {
    show(root, <NothingYet language={language} canStore={canStore()} />)
    return
  }
  const answered = await scored(record)
  const questionAt = questionsAt(language, onDevice, components)
  const savedAt = savedList().find((saved) => saved.record.updatedAt === record.updatedAt)?.savedAt
  show(
    root,
    <>
      <ResultNotes scored={answered} language={language} questionAt={questionAt} />
      <ReportCardBody card={reportCardOf(answered)} pack={answered.pack} language={language} changeAt={questionAt} />
      <SaveForLater language={language} {...(savedAt === undefined ? {} : { savedAt })} />
      <Downloads language={language} place={onDevice} only="report-card" />
    </>,
  )
  fillDocumentForms(root, () => ({ record, pack: answered.pack }))
  root.querySelector('[data-save]')?.addEventListener('click', () => {
    const saved = saveNow(record, new Date())
    const place = root.querySelector('[data-save-section]')
    if (!place) return
    if (!saved) return tell(place, resultsMessages[language].notSaved)
    place.outerHTML = String(<SaveForLater language={language} savedAt={saved.savedAt} announce />)
  })
})
