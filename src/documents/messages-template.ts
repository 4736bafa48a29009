import type { Language } from '../platform/languages.ts'

const en = {
  licence: (licence: string) => `Licence: ${licence}`,
  filledIn: 'Filled in',
  toFillIn: 'To fill in',
  notFilledIn: 'Not filled in.',
  chooseOne: 'Mark one.',
  chooseSeveral: 'Mark all that apply.',
  /** Before the lines to write on, by kind of field. */
  toWrite: { line: 'Answer', text: 'Answer', number: 'Number', date: 'Year-month-day' },
  number: 'a number',
  date: 'year-month-day',
  withHint: (label: string, hint: string) => `${label} (${hint})`,
  rowNumber: 'No.',
  optionsOf: (column: string, options: string) => `${column}${column.endsWith('?') ? '' : ':'} ${options}`,
  or: ' / ',
  formSheet: 'Form',
  part: 'Part',
  question: 'What is asked',
  answer: 'Your answer',
  help: 'Help',
  ownSheet: (sheet: string) => `See the sheet “${sheet}”`,
}

const fr: typeof en = {
  licence: (licence) => `Licence\u00a0: ${licence}`,
  filledIn: 'Rempli',
  toFillIn: 'À remplir',
  notFilledIn: 'Non rempli.',
  chooseOne: 'Cochez une case.',
  chooseSeveral: 'Cochez tout ce qui s’applique.',
  toWrite: { line: 'Réponse', text: 'Réponse', number: 'Nombre', date: 'Année-mois-jour' },
  number: 'un nombre',
  date: 'année-mois-jour',
  withHint: (label, hint) => `${label} (${hint})`,
  rowNumber: 'Nº',
  optionsOf: (column, options) => `${column}${column.endsWith('?') ? '' : '\u00a0:'} ${options}`,
  or: ' / ',
  formSheet: 'Formulaire',
  part: 'Partie',
  question: 'Ce qui est demandé',
  answer: 'Votre réponse',
  help: 'Aide',
  ownSheet: (sheet) => `Voir la feuille «\u00a0${sheet}\u00a0»`,
}

export const templateMessages: Record<Language, typeof en> = { en, fr }
