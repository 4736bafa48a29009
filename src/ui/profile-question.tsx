import type { Child } from 'hono/jsx'
import type { ProfileQuestion } from '../content/schema.ts'
import { say } from '../content/text.ts'
import type { Language } from '../platform/languages.ts'
import { Choices, Say } from './parts.tsx'

/** Says that none of the provinces' and territories' laws apply. */
const ownLaws = 'own-laws'

/** Provinces and territories by their names in the page's language, and a community's own laws after them. */
function inOrder({ id, options }: ProfileQuestion, language: Language): ProfileQuestion['options'] {
  if (id !== 'jurisdiction') return options
  const name = (option: (typeof options)[number]) => say(option.label, language).text
  return [...options].sort(
    (a, b) => Number(a.id === ownLaws) - Number(b.id === ownLaws) || name(a).localeCompare(name(b), language),
  )
}

/**
 * A question of the pack about the community: choices, and why it is asked.
 *
 * @param props.skip words of the choice that takes an answer back; left out where something else does
 * @param props.after stands under the choices, inside the group
 */
export function ProfileQuestionField(props: {
  language: Language
  question: ProfileQuestion
  given: string | string[] | undefined
  skip?: string | undefined
  after?: Child
}) {
  const { language, question, given } = props
  const picked = given === undefined ? [] : typeof given === 'string' ? [given] : given
  return (
    <Choices
      name={question.id}
      legend={<Say text={question.label} language={language} />}
      hint={<Say text={question.why} language={language} />}
      several={question.several}
      choices={[
        ...inOrder(question, language).map((option) => ({
          value: option.id,
          label: <Say text={option.label} language={language} />,
          checked: picked.includes(option.id),
        })),
        ...(props.skip !== undefined && !question.several && picked.length > 0
          ? [{ value: '', label: props.skip, checked: false, apart: true }]
          : []),
      ]}
      after={props.after}
    />
  )
}
