import type { Component } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { acceptedUploads } from '../../platform/uploads/upload.ts'
import { TextField } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import { answerMessages } from './answer-messages.ts'
import type { Evidence } from './answer-store.ts'
import { answerAddress } from './whose.ts'

export type EvidencePageProps = {
  frame: Frame
  place: Parameters<typeof JourneyFrame>[0]['place']
  standing: Standing
  component: Component
  evidence: Evidence[]
  /** Files and links can still be added. */
  open: boolean
  errors?: FieldError[]
  values?: { link: string; stays: boolean }
}

/** Files and links that would show one answer. */
export function EvidencePage(props: EvidencePageProps) {
  const { frame, place, standing, component, evidence, open, values } = props
  const { language } = frame
  const t = answerMessages[language]
  const errors = props.errors ?? []
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const address = answerAddress(language, place.journey.id, { kind: 'own' }, component.id)
  const fileError = errorOf('file')
  return (
    <JourneyFrame
      frame={frame}
      place={place}
      standing={standing}
      part="diagnostic"
      title={t.evidenceTitle(say(component.name, language).text)}
    >
      <p>
        <a href={address}>{t.evidenceBack}</a>
      </p>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.evidenceLead}</p>
      {evidence.length === 0 ? (
        <p>{t.evidenceEmpty}</p>
      ) : (
        <ul class="rows">
          {evidence.map((one) => (
            <li>
              <EvidenceName one={one} href={paths.journey(language, place.journey.id, 'diagnostic', 'files', one.id)} />
              {one.staysWithUs && <span class="quiet"> ({t.staysMark})</span>}
              {open && (
                <form method="post" action={`${address}/evidence`}>
                  <button type="submit" class="plain" name="remove" value={one.id}>
                    {t.evidenceRemove(one.fileName ?? one.link ?? '')}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && (
        <form method="post" action={`${address}/evidence`} enctype="multipart/form-data">
          <div class={fileError ? 'field has-error' : 'field'}>
            <label class="label" for="file">
              {t.evidenceFile}
            </label>
            <p class="hint" id="file-hint">
              {t.evidenceFileHint}
            </p>
            {fileError && (
              <p class="field-error" id="file-error">
                {fileError}
              </p>
            )}
            <input
              type="file"
              id="file"
              name="file"
              accept={acceptedUploads}
              aria-describedby={fileError ? 'file-hint file-error' : 'file-hint'}
            />
          </div>
          <TextField
            name="link"
            type="url"
            label={t.evidenceLink}
            hint={t.evidenceLinkHint}
            value={values?.link}
            error={errorOf('link')}
            maxlength={2000}
          />
          <div class="field choice">
            <input
              type="checkbox"
              id="stays"
              name="stays"
              value="yes"
              checked={values?.stays}
              aria-describedby="stays-hint"
            />
            <label for="stays">{t.evidenceStays}</label>
            <p class="hint" id="stays-hint">
              {t.evidenceStaysHint}
            </p>
          </div>
          <p class="actions">
            <button type="submit">{t.evidenceAdd}</button>
          </p>
        </form>
      )}
    </JourneyFrame>
  )
}

/** A file is a download; a link shows as what it is. */
export function EvidenceName({ one, href }: { one: Pick<Evidence, 'link' | 'fileName'>; href: string }) {
  return one.link ? (
    <a class="as-written" href={one.link} rel="noopener noreferrer nofollow external">
      {one.link}
    </a>
  ) : (
    <a href={href} download>
      {one.fileName}
    </a>
  )
}
