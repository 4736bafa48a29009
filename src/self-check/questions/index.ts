/**
 * The questions of one component, for whoever asks them: its fields, what was posted, and an answer in words. It knows no stage of a
 * journey, so that stages may use it.
 */
export { setAside } from '../record/answer-set.ts'
export { readAnswersText, releaseNamedIn } from '../record/answers-text.ts'
export { describeAnswer } from '../record/describe-answer.ts'
export {
  type AnswerState,
  answerState,
  type ComponentAnswer,
  isBlank,
  isDone,
  reasonNeeded,
} from '../record/record.ts'
export { BothValues } from './conflict-note.tsx'
export { readAnswerForm } from './forms.ts'
export { selfCheckMessages as questionMessages } from './messages.ts'
export { QuestionFields } from './question-fields.tsx'
export { About, Definition } from './question-page.tsx'
export { answerWords } from './shell.tsx'
