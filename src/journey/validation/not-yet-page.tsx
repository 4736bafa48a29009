import type { Standing } from '../../domain/access.ts'
import type { Frame, JourneyEnvironment } from '../../people/index.ts'
import { JourneyFrame } from '../record/index.ts'
import { validationMessages } from './messages.ts'

/** Before there is a draft plan to talk over. */
export function NotYetPage(props: {
  frame: Frame
  place: JourneyEnvironment['Variables']['place']
  standing: Standing
}) {
  const t = validationMessages[props.frame.language]
  return (
    <JourneyFrame {...props} part="validation" title={t.title}>
      <p>{t.notYet}</p>
    </JourneyFrame>
  )
}
