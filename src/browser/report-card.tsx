import { ReportCardBody } from '../journey/report-card/index.ts'
import { onDevice, paths } from '../paths.ts'
import { Downloads, NothingYet } from '../self-check/results-parts.tsx'
import { SaveForLater } from '../self-check/saved-parts.tsx'
import { cardOf, fillDocumentForms, onResultsPage, show } from './results/device.ts'
import { savedList, saveNow } from './results/saved.ts'
import { readRecord } from './self-check/storage.ts'

void onResultsPage(({ root, language, pack }) => {
  const record = readRecord()
  if (record === undefined || Object.keys(record.answers).length === 0) {
    show(root, <NothingYet language={language} />)
    return
  }
  const savedAt = savedList().find((saved) => saved.record.updatedAt === record.updatedAt)?.savedAt
  show(
    root,
    <>
      <ReportCardBody
        card={cardOf(pack, record)}
        pack={pack}
        language={language}
        changeAt={(component) => paths.question(language, onDevice, component)}
      />
      <SaveForLater language={language} {...(savedAt === undefined ? {} : { savedAt })} />
      <Downloads language={language} place={onDevice} only="report-card" />
    </>,
  )
  fillDocumentForms(root, () => record)
  root.querySelector('[data-save]')?.addEventListener('click', () => {
    const saved = saveNow(record, new Date())
    const place = root.querySelector('[data-save-section]')
    if (place) place.outerHTML = String(<SaveForLater language={language} savedAt={saved.savedAt} announce />)
  })
})
