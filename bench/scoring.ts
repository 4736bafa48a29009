// How many answer sets a second are scored on one core, with the trace of every figure, beside survey-core working out the means of the same
// answers. Both start from answers in memory, and both must come to the same domain means.
import { ExpressionRunner, type Question, SurveyModel } from 'survey-core'
import { readPack } from '../src/content/read.ts'
import type { AnswerSet } from '../src/domain/answers.ts'
import { planBasis } from '../src/domain/plan-basis.ts'
import { reportCard } from '../src/domain/report-card.ts'
import { chance, printTable, rate, threeDigits } from './measure.ts'

const seconds = 4
const peopleInASet = [1, 5, 10]

const read = await readPack('content/open-smart-cities')
if (!read.ok) throw new Error('the shipped pack does not pass its check')
const { pack, hash } = read
const facets = pack.facets.map((facet) => facet.id)
const levels = pack.facets[0]?.levels.length ?? 0
const components = pack.components.map((component) => component.id)

/** Every component and facet answered with a level, so that both programs can take the same mean. */
function fullAnswers(people: number): AnswerSet {
  const next = chance(20_261_124 + people)
  const rows = Array.from({ length: people }, (_, person) =>
    components.flatMap((component) =>
      facets.map((facet, place) => ({
        respondent: `P${person + 1}`,
        component,
        facet,
        given: { kind: 'level' as const, level: Math.floor(next() * levels) },
        ...(place === 0 ? { wanted: Math.floor(next() * levels), importance: Math.floor(next() * 4) } : {}),
      })),
    ),
  ).flat()
  return { rows, profile: {}, needs: [], agreed: {} }
}

const name = (component: string, facet: string) => `${component}_${facet}`.replaceAll('-', '_')

const meanOf = (domain: (typeof pack.domains)[number], facet: string) =>
  `avg(${domain.components.map((component) => `{${name(component, facet)}}`).join(', ')})`

/** The questionnaire as survey-core knows it: one choice a component and facet, and the domain means as calculated values. */
function surveyModel(): SurveyModel {
  const choices = Array.from({ length: levels }, (_, level) => level)
  return new SurveyModel({
    pages: pack.domains.map((domain) => ({
      name: domain.id,
      elements: domain.components.flatMap((component) =>
        facets.map((facet) => ({ type: 'radiogroup', name: name(component, facet), choices })),
      ),
    })),
    calculatedValues: pack.domains.flatMap((domain) =>
      facets.map((facet) => ({
        name: name(domain.id, facet),
        expression: meanOf(domain, facet),
        includeIntoResult: true,
      })),
    ),
  })
}

/** Answers as survey-core takes them: one object a person. */
function surveyData(answers: AnswerSet): Record<string, number>[] {
  const byPerson = new Map<string, Record<string, number>>()
  for (const { respondent, component, facet, given } of answers.rows) {
    const data = byPerson.get(respondent) ?? {}
    if (given.kind === 'level') data[name(component, facet)] = given.level
    byPerson.set(respondent, data)
  }
  return [...byPerson.values()]
}

function scoreWithSurvey(survey: SurveyModel, people: readonly Record<string, number>[]): number[] {
  const sums = new Array<number>(pack.domains.length * facets.length).fill(0)
  for (const data of people) {
    survey.data = data
    survey.calculatedValues.forEach((value, index) => {
      sums[index] = (sums[index] ?? 0) + Number(value.value)
    })
  }
  return sums.map((sum) => sum / people.length)
}

/** The same means by survey-core's expressions alone, parsed once and without the questionnaire around them: its fastest way. */
const expressions = pack.domains.flatMap((domain) => facets.map((facet) => new ExpressionRunner(meanOf(domain, facet))))

function scoreWithExpressions(people: readonly Record<string, number>[]): number[] {
  return expressions.map((expression) => {
    let sum = 0
    for (const data of people) sum += Number(expression.runValues(data))
    return sum / people.length
  })
}

const basis = planBasis(pack, {}, { answeredComponents: components })
const scoreHere = (answers: AnswerSet) => reportCard({ pack, release: hash, answers, basis })

const survey = surveyModel()
const questions: Question[] = survey.getAllQuestions()
if (questions.length !== components.length * facets.length) throw new Error('survey-core did not take every question')

const rows = peopleInASet.map((people) => {
  const answers = fullAnswers(people)
  const data = surveyData(answers)
  const theirs = scoreWithSurvey(survey, data)
  const alone = scoreWithExpressions(data)
  const ours = scoreHere(answers).domains.flatMap((domain) => domain.facets.map((facet) => facet.score ?? Number.NaN))
  for (const means of [theirs, alone]) {
    const apart = ours.some((score, index) => Math.abs(score - (means[index] ?? Number.NaN)) > 1e-9)
    if (apart) throw new Error('the two programs disagree on a domain mean')
  }
  const oursASecond = rate(() => scoreHere(answers), seconds)
  const theirsASecond = rate(() => scoreWithSurvey(survey, data), seconds)
  const aloneASecond = rate(() => scoreWithExpressions(data), seconds)
  return [
    `${people}`,
    `${answers.rows.length}`,
    threeDigits(oursASecond),
    threeDigits(theirsASecond),
    threeDigits(oursASecond / theirsASecond),
    threeDigits(aloneASecond),
    threeDigits(oursASecond / aloneASecond),
  ]
})

printTable(
  'Scoring: the whole report card with traces, against the domain means alone by survey-core',
  ['people', 'answers', 'Waymark sets/s', 'survey-core model sets/s', 'ratio', 'its expressions sets/s', 'ratio'],
  rows,
)
