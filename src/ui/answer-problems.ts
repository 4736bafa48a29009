import type { AnswerProblem, AnswerProblemCode } from '../domain/answer-problems.ts'
import type { Language } from '../platform/languages.ts'

type Words = {
  row: (n: number) => string
  column: (name: string) => string
  found: (value: string) => string
  allowed: (values: string) => string
  more: (n: number) => string
  /** The codes that speak of the first facet, for when its id is known. */
  onFacet: (facet: string) => Partial<Record<AnswerProblemCode, string>>
  /** What CSV calls a column and a row. */
  json: {
    entry: (n: number) => string
    field: (name: string) => string
    codes: Partial<Record<AnswerProblemCode, string>>
    /** What the fields beside the answers hold, by name. */
    holds: Record<string, string>
    mustHold: (what: string) => string
  }
  /** What is wrong, one sentence a code, without place and values. */
  codes: Record<AnswerProblemCode, string>
}

const en: Words = {
  row: (n) => `row ${n}`,
  column: (name) => `column ${name}`,
  found: (value) => `found: “${value}”`,
  allowed: (values) => `allowed: ${values}`,
  more: (n) => `and ${n} more`,
  onFacet: (facet) => ({
    'wanted-not-on-first-facet': `the wanted level belongs on the row of the first facet, ${facet}`,
    'importance-not-on-first-facet': `the importance belongs on the row of the first facet, ${facet}`,
    'then-on-first-facet': `the look-back rating does not belong on the row of the first facet, ${facet}`,
  }),
  json: {
    entry: (n) => `answer ${n}`,
    field: (name) => `field ${name}`,
    codes: {
      'unknown-column': 'this field is not known',
      'missing-column': 'this field is missing',
      'repeated-column': 'this field is there twice',
    },
    holds: {
      answers: 'a list of answers in [ ], each with component, facet and level',
      profile: 'an object in { } with an answer for each question',
      needs: 'a list of component ids in [ ]',
      agreed: 'an object in { } with the levels agreed, by component and facet',
      rubricVersions: 'an object in { } with a version number for each component',
    },
    mustHold: (what) => `it must hold ${what}`,
  },
  codes: {
    'wrong-type': 'this is not the kind of value that belongs here',
    'unknown-column': 'this column is not known',
    'missing-column': 'this column is missing',
    'repeated-column': 'this column is there twice',
    'wrong-cell-count': 'the row does not have as many cells as the header',
    'no-rows': 'there are no answers in the file',
    'respondent-missing': 'other rows name a respondent and this one does not',
    'too-long': 'this text has too many characters',
    'unknown-component': 'this component is not in the questionnaire',
    'unknown-facet': 'this facet is not in the questionnaire',
    'level-not-allowed': 'this is not a level, na, dk or empty',
    'na-without-reason': 'na needs a reason',
    'reason-without-na': 'a reason belongs to na only',
    'wanted-not-allowed': 'this is not a level that can be wanted',
    'wanted-not-on-first-facet': 'the wanted level belongs on the row of the first facet',
    'importance-not-allowed': 'this is not an importance',
    'importance-not-on-first-facet': 'the importance belongs on the row of the first facet',
    'then-not-allowed': 'this is not a level for the look-back rating',
    'then-on-first-facet': 'the look-back rating does not belong on the row of the first facet',
    'duplicate-row': 'the same respondent, component and facet as an earlier row',
    'unknown-question': 'this question is not in the profile',
    'unknown-option': 'this answer is not one of the profile’s options',
    'one-option-only': 'only one option can be chosen here',
    'agreed-not-allowed': 'this is not a level that can be agreed',
    'release-not-a-hash': 'the release must be 64 characters from 0 to 9 and a to f',
    'unknown-version': 'this version of the file format is not known',
  },
}

const fr: Words = {
  row: (n) => `ligne ${n}`,
  column: (name) => `colonne ${name}`,
  found: (value) => `trouvé : « ${value} »`,
  allowed: (values) => `permis : ${values}`,
  more: (n) => `et ${n} de plus`,
  onFacet: (facet) => ({
    'wanted-not-on-first-facet': `le niveau visé va sur la ligne du premier volet, ${facet}`,
    'importance-not-on-first-facet': `l’importance va sur la ligne du premier volet, ${facet}`,
    'then-on-first-facet': `la mesure rétrospective ne va pas sur la ligne du premier volet, ${facet}`,
  }),
  json: {
    entry: (n) => `réponse ${n}`,
    field: (name) => `champ ${name}`,
    codes: {
      'unknown-column': 'ce champ est inconnu',
      'missing-column': 'ce champ manque',
      'repeated-column': 'ce champ est là deux fois',
    },
    holds: {
      answers: 'une liste de réponses entre [ ], chacune avec component, facet et level',
      profile: 'un objet entre { } avec une réponse par question',
      needs: 'une liste d’identifiants de composantes entre [ ]',
      agreed: 'un objet entre { } avec les niveaux convenus, par composante et par volet',
      rubricVersions: 'un objet entre { } avec un numéro de version par composante',
    },
    mustHold: (what) => `il doit contenir ${what}`,
  },
  codes: {
    'wrong-type': 'ce type de valeur ne va pas ici',
    'unknown-column': 'cette colonne est inconnue',
    'missing-column': 'cette colonne manque',
    'repeated-column': 'cette colonne est là deux fois',
    'wrong-cell-count': 'la ligne n’a pas autant de cellules que l’en-tête',
    'no-rows': 'le fichier ne contient aucune réponse',
    'respondent-missing': 'd’autres lignes nomment une personne répondante, celle-ci non',
    'too-long': 'ce texte a trop de caractères',
    'unknown-component': 'cette composante n’est pas dans le questionnaire',
    'unknown-facet': 'ce volet n’est pas dans le questionnaire',
    'level-not-allowed': 'ce n’est ni un niveau, ni na, ni dk, ni vide',
    'na-without-reason': 'na demande une raison',
    'reason-without-na': 'une raison va seulement avec na',
    'wanted-not-allowed': 'ce n’est pas un niveau que l’on peut viser',
    'wanted-not-on-first-facet': 'le niveau visé va sur la ligne du premier volet',
    'importance-not-allowed': 'ce n’est pas une importance',
    'importance-not-on-first-facet': 'l’importance va sur la ligne du premier volet',
    'then-not-allowed': 'ce n’est pas un niveau pour la mesure rétrospective',
    'then-on-first-facet': 'la mesure rétrospective ne va pas sur la ligne du premier volet',
    'duplicate-row': 'même personne, même composante et même volet qu’une ligne précédente',
    'unknown-question': 'cette question n’est pas dans le profil',
    'unknown-option': 'cette réponse n’est pas une des options du profil',
    'one-option-only': 'on ne peut choisir qu’une option ici',
    'agreed-not-allowed': 'ce n’est pas un niveau dont on peut convenir',
    'release-not-a-hash': 'la version publiée doit avoir 64 caractères de 0 à 9 et de a à f',
    'unknown-version': 'cette version du format de fichier est inconnue',
  },
}

const words: Record<Language, Words> = { en, fr }

/** Most ids that are written out; a longer list would hide the problem. Columns are always written out: there are few. */
const mostAllowed = 8

/** What is known of the file: JSON has fields and answers where CSV has columns and rows. */
export type AnswerFile = { format: 'csv' | 'json'; firstFacet?: string | undefined }

/**
 * One problem of an answers file as one line: place, what is wrong, what was found, what is allowed. The command line and the
 * pages say it alike.
 *
 * @param file what the file is, and the id of the pack's first facet where the line should name it
 */
export function sayAnswerProblem(
  problem: AnswerProblem,
  language: Language,
  file: 'csv' | 'json' | AnswerFile = 'csv',
): string {
  const { format, firstFacet } = typeof file === 'string' ? { format: file } : file
  const t = words[language]
  const [row, column] = format === 'json' ? [t.json.entry, t.json.field] : [t.row, t.column]
  const place = [
    problem.row === undefined ? undefined : row(problem.row),
    problem.column === undefined ? undefined : column(problem.column),
  ].filter((part) => part !== undefined)
  const missing = isMissingField(problem)
  const found = missing || problem.value === undefined || problem.value === '' ? [] : [foundText(problem, t, row)]
  const allowed = problem.allowed === undefined ? [] : [t.allowed(allowedText(problem.code, problem.allowed, t))]
  const values = [...found, ...allowed]
  const colon = language === 'fr' ? '\u00A0: ' : ': '
  const code = missing ? 'missing-column' : problem.code
  const onFacet = firstFacet === undefined ? undefined : t.onFacet(firstFacet)[code]
  const said = (format === 'json' ? t.json.codes[code] : undefined) ?? onFacet ?? t.codes[code]
  const held =
    problem.code === 'wrong-type' && problem.row === undefined ? t.json.holds[problem.column ?? ''] : undefined
  const sentence = held === undefined ? said : `${said}; ${t.json.mustHold(held)}`
  const text = `${sentence}${values.length > 0 ? ` (${values.join('; ')})` : ''}`
  return place.length > 0 ? `${place.join(', ')}${colon}${text}` : text
}

/** JSON without `answers`: the reader finds a value of the wrong kind, people see that the field is not there. */
function isMissingField({ code, row, column, value }: AnswerProblem): boolean {
  return code === 'wrong-type' && row === undefined && column === 'answers' && value === 'undefined'
}

function foundText(problem: AnswerProblem, t: Words, row: (n: number) => string): string {
  if (problem.code === 'duplicate-row') return row(Number(problem.value))
  return t.found(problem.value ?? '')
}

function allowedText(code: AnswerProblemCode, values: string, t: Words): string {
  const list = values.split(', ')
  if (code === 'unknown-column' || list.length <= mostAllowed + 1) return values
  return `${list.slice(0, mostAllowed).join(', ')} ${t.more(list.length - mostAllowed)}`
}
