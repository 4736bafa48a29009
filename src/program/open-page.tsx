import type { Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { TextArea } from '../ui/fields.tsx'
import { ErrorSummary } from '../ui/parts.tsx'
import { ProgramFrame } from './frame.tsx'
import { programMessages } from './messages.ts'

/** A manager or administrator says why before they see what a community said. */
export function OpenPage(props: {
  frame: Frame
  standing: Standing
  name: string
  to: string
  reason: string
  missing: boolean
}) {
  const { frame, standing, name, to, reason, missing } = props
  const { language } = frame
  const t = programMessages[language]
  return (
    <ProgramFrame frame={frame} standing={standing} part="workload" title={t.openTitle(name)}>
      {missing && <ErrorSummary errors={[{ field: 'reason', message: t.openReasonMissing }]} language={language} />}
      <p>{t.openText}</p>
      <form method="post">
        <input type="hidden" name="to" value={to} />
        <TextArea
          name="reason"
          label={t.openReason}
          hint={t.openReasonHint}
          value={reason}
          rows={2}
          error={missing ? t.openReasonMissing : undefined}
        />
        <p class="actions">
          <button type="submit">{t.openButton}</button>
          <a href={paths.program(language)}>{t.cancel}</a>
        </p>
      </form>
    </ProgramFrame>
  )
}
