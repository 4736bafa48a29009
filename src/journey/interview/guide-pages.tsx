import { componentName } from '../../content/names.ts'
import type { Guide, Pack } from '../../content/schema.ts'
import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { Choices, ErrorSummary, type FieldError, Say } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import type { Entry, KeptNote } from './entries-store.ts'
import type { Setting } from './forms.ts'
import { interviewMessages } from './messages.ts'
import { BothTexts, Notice, type PageProps, TagPicker, TextField, Written } from './parts.tsx'

export type Block = Guide['blocks'][number]

const errorOf = (errors: FieldError[], field: string) => errors.find((error) => error.field === field)?.message

export type GuidePageProps = PageProps & {
  guide: Guide
  entries: ReadonlyMap<string, Entry>
  setting: Setting
  version: number
  /** The reader may write here now. */
  writes: boolean
  errors: FieldError[]
  notice?: string
}

/** Where the talk begins: language, consent, and the blocks in their order. */
export function GuidePage(props: GuidePageProps) {
  const { frame, place, standing, guide, setting, errors } = props
  const { language } = frame
  const t = interviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="interview" title={t.guideTitle}>
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} />
      <p class="lead">
        <Say text={guide.intro} language={language} />
      </p>
      <p>{t.noRecording}</p>
      <h2>{t.settingTitle}</h2>
      {props.writes ? (
        <form method="post" action={at('guide')}>
          <input type="hidden" name="version" value={String(props.version)} />
          <Choices
            name="language"
            legend={t.settingLanguage}
            error={errorOf(errors, 'language')}
            inline
            choices={['en', 'fr', 'mul'].map((value) => ({
              value,
              label: t.settingLanguages[value === 'mul' ? 'other' : value],
              checked: setting.language === value,
            }))}
          />
          <TextField
            name="wishes"
            label={t.settingWishes}
            hint={t.settingWishesHint}
            value={setting.languageWishes}
            error={errorOf(errors, 'wishes')}
            max={299}
          />
          <div class="choice field">
            <input
              type="checkbox"
              id="agreed"
              name="agreed"
              value="yes"
              checked={setting.notesAgreed}
              aria-describedby="agreed-hint"
            />
            <label for="agreed">{t.settingAgreed}</label>
            <p class="hint" id="agreed-hint">
              {t.settingAgreedHint}
            </p>
          </div>
          <button type="submit">{t.save}</button>
        </form>
      ) : (
        <ul>
          <li>{t.settingLanguages[setting.language === 'mul' ? 'other' : setting.language] ?? t.nothingWritten}</li>
          {setting.languageWishes && <li>{setting.languageWishes}</li>}
          {setting.notesAgreed && <li>{t.settingAgreed}</li>}
        </ul>
      )}
      <h2>{t.blocksTitle}</h2>
      <ol class="rows blocks">
        {guide.blocks.map((block) => (
          <li>
            <a href={at('guide', block.id)}>
              <Say text={block.title} language={language} />
            </a>{' '}
            <span class="meta">
              {t.minutes(block.minutes)}
              {(props.entries.get(`block:${block.id}`)?.text ?? '') !== '' && ` · ${t.hasNote}`}
            </span>
          </li>
        ))}
      </ol>
      <p class="actions">
        {props.writes && <a href={at('needs')}>{t.needsOpen}</a>}
        <a href={at('guide.pdf')}>{t.guidePaper}</a>
        <a href={at()}>{t.back}</a>
      </p>
    </JourneyFrame>
  )
}

export type BlockPageProps = PageProps & {
  pack: Pack
  guide: Guide
  block: Block
  /** As shown in the form: what was typed, or what is saved. */
  entry: Entry
  /** What someone else saved meanwhile. */
  saved?: Entry
  kept: KeptNote
  keptSaved?: KeptNote
  /** The reader may write the note that both sides read. */
  writes: boolean
  /** The reader is of the community and may write what stays there. */
  keeps: boolean
  errors: FieldError[]
  notice?: string
}

/** One block of the guide on screen: what to ask, and where to write. */
export function BlockPage(props: BlockPageProps) {
  const { frame, place, standing, pack, guide, block, entry, errors } = props
  const { language } = frame
  const t = interviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  const index = guide.blocks.indexOf(block)
  const [previous, next] = [guide.blocks[index - 1], guide.blocks[index + 1]]
  const names = (ids: readonly string[]) => ids.map((id) => componentName(pack, id, language))
  return (
    <JourneyFrame
      frame={frame}
      place={place}
      standing={standing}
      part="interview"
      title={`${index + 1}. ${block.title[language] ?? block.title.en}`}
      scripts={['interview.js']}
    >
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} />
      <BothTexts
        language={language}
        texts={[
          ...(props.saved
            ? [
                {
                  label: t.note,
                  saved: props.saved.text,
                  yours: entry.text,
                  savedTags: names(props.saved.tags),
                  yourTags: names(entry.tags),
                },
              ]
            : []),
          ...(props.keptSaved ? [{ label: t.keptTitle, saved: props.keptSaved.text, yours: props.kept.text }] : []),
        ]}
      />
      <p class="meta">
        {t.minutes(block.minutes)} · {index + 1}/{guide.blocks.length}
      </p>
      <p class="note">
        <Say text={block.note} language={language} />
      </p>
      <h2>{t.questions}</h2>
      <ul class="questions">
        {block.questions.map((question) => (
          <li>
            <Say text={question} language={language} />
          </li>
        ))}
      </ul>
      {block.probes.length > 0 && (
        <>
          <h3>{t.probes}</h3>
          <ul>
            {block.probes.map((probe) => (
              <li>
                <Say text={probe} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
      {props.writes ? (
        <form method="post" action={at('guide', block.id)} {...autosave(language)}>
          <input type="hidden" name="version" value={String(props.saved?.version ?? entry.version)} />
          <TextField
            name="note"
            label={t.note}
            hint={t.noteHint}
            value={entry.text}
            rows={8}
            error={errorOf(errors, 'note')}
            lang={entry.version > 0 && entry.language !== language ? entry.language : undefined}
          />
          <div class="choice field">
            <input
              type="checkbox"
              id="stays"
              name="stays"
              value="yes"
              checked={entry.staysWithUs}
              aria-describedby="stays-hint"
            />
            <label for="stays">{t.noteStays}</label>
            <p class="hint" id="stays-hint">
              {t.noteStaysHint}
            </p>
          </div>
          <TagPicker
            name="tags"
            legend={t.tagsBlock}
            pack={pack}
            language={language}
            chosen={entry.tags}
            suggested={block.tags}
          />
          <p class="actions">
            <button type="submit">{t.save}</button>
            <span class="quiet" data-status role="status" />
          </p>
        </form>
      ) : (
        <section>
          <h2>{t.note}</h2>
          {entry.text === '' ? (
            <p>{t.noNote}</p>
          ) : (
            <Written text={entry.text} from={entry.language} language={language} />
          )}
          {entry.staysWithUs && <p class="meta">{t.noteStays}</p>}
          {entry.tags.length > 0 && <p class="meta">{names(entry.tags).join(' · ')}</p>}
        </section>
      )}
      {props.keeps && (
        <form method="post" action={at('guide', block.id, 'kept')} {...autosave(language)}>
          <h2>{t.keptTitle}</h2>
          <input type="hidden" name="version" value={String(props.keptSaved?.version ?? props.kept.version)} />
          <TextField
            name="kept"
            label={t.note}
            hint={t.keptHint}
            value={props.kept.text}
            rows={5}
            error={errorOf(errors, 'kept')}
          />
          <p class="actions">
            <button type="submit" class="second">
              {t.save}
            </button>
            <span class="quiet" data-status role="status" />
          </p>
        </form>
      )}
      <nav class="actions" aria-label={t.blocksTitle}>
        {previous && <a href={at('guide', previous.id)}>{t.previousBlock}</a>}
        {next && <a href={at('guide', next.id)}>{t.nextBlock}</a>}
        {!next && may('interview.edit', standing) && <a href={at('needs')}>{t.toNeeds}</a>}
        <a href={at('guide')}>{t.guideTitle}</a>
      </nav>
    </JourneyFrame>
  )
}

/** What the script needs to save while someone writes; without it the button does. */
export function autosave(language: keyof typeof interviewMessages) {
  const t = interviewMessages[language]
  return {
    'data-autosave': '',
    'data-saving': t.saving,
    'data-saved': t.saved,
    'data-offline': t.notSaved,
    'data-conflict': t.changedElsewhere,
  }
}
