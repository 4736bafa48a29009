import type { Language } from '../../platform/languages.ts'
import type { ChangeCounts } from './change-table.ts'

const en = {
  reportCardTitle: 'Your report card',
  planTitle: 'Your plan',
  compareTitle: 'What changed since last time',
  loading: 'Working out your results on this device…',
  scriptNeeded:
    'This page works out your results on your own device and needs its script, which did not load. Reload the page.',
  withoutScripts: 'Use the version without scripts',
  nothingYet: 'There are no answers on this device yet.',
  startHere: 'Start the self-check',
  backToAnswers: 'Back to your answers',
  toReportCard: 'Report card',
  toPlan: 'Action plan',
  toCompare: 'What changed since last time',
  otherRelease:
    'Your answers belong to a version of the questions that is not kept here. The results are worked out with today’s questions.',
  earlierRelease:
    'The questions have been updated since you answered. These results are worked out with the questions you answered. Once you change an answer, they follow today’s questions.',
  checkAgain: 'The wording of these components has changed since they were answered. Please check your answers again:',
  notSaved:
    'This browser does not let the page keep this on your device (private window, or no room left). Nothing was changed.',
  cannotStore:
    'This browser does not let the page keep answers on your device (private window, or no room left). Open this page in the window where you answered, or answer without scripts.',
  tooLongTitle: 'A text is too long',
  tooLongLead: 'The document was not made, because a text is longer than what can be sent. Shorten it, then try again.',
  tooLongAt: (place: string, part: string, most: number) => `${place}, ${part}: at most ${most} characters.`,
  textParts: { respondent: 'respondent', role: 'role', reason: 'reason', note: 'note', evidence: 'evidence' },
  wholeFile: 'Self-check',
  planConflictTitle: 'This was changed in another window',
  planConflictLead:
    'Nothing of this has been overwritten. Compare the two, then choose. Whatever else you changed has been saved.',
  pathway: 'Chosen pathway',
  noPathway: 'none yet',

  fault: 'The results could not be worked out.',
  downloadTitle: 'Take it with you',
  downloadNotice:
    'To make a document, your answers are sent to the server, used once, and not stored. Nothing else on this page is sent.',
  downloadNoticeKept: 'Documents are made from the answers kept under your private link. The documents are not stored.',
  communityName: 'Name of your community, for the cover',
  communityHint: 'Leave it empty if you like. It is not stored.',
  reportCardAs: 'Report card',
  planAs: 'Action plan',
  formats: { pdf: 'PDF', docx: 'Word', txt: 'Plain text', json: 'Data (JSON)' },
  asFormat: (document: string, format: string) => `${document} as ${format}`,
  saveTitle: 'Keep this for later',
  saveBody: 'Save today’s self-check on this device. When you take it again, you can see what changed.',
  save: 'Save this self-check',
  saved: (date: string) => `Saved on ${date}.`,
  savedList: 'Saved self-checks',
  savedNone:
    'No self-check is saved on this device yet. Save one from your report card, then take the self-check again.',
  savedOn: (date: string, answers: number) => `${date}, ${answers} components answered`,
  current: 'The one you are answering now',
  before: 'Earlier',
  after: 'Later',
  compare: 'Compare',
  remove: 'Delete',
  removeOf: (name: string) => `Delete the self-check of ${name}`,
  removed: 'Deleted.',
  undo: 'Undo',
  chooseTwo: 'Choose two different self-checks.',
  differentPack: 'These two belong to different sets of questions and cannot be compared.',
  differentWording: 'These two used different wordings of the questions and cannot be compared.',
  noStatistics:
    'One person’s answers move a little from day to day. A small difference can be chance: look for larger ones, and for several that point the same way.',
  changeTitle: 'What changed',
  changeNone: 'No figure changed between the two.',
  changeSummary: (total: number, { up, down, both, same, notCompared }: ChangeCounts) =>
    [
      `Of ${total} components, ${up} went up and ${down} went down.`,
      both > 0 ? `${both} went up in one facet and down in another.` : '',
      `${same} stayed the same.`,
      notCompared > 0 ? `${notCompared} cannot be compared.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  changeOthers: (n: number) => `Show what did not change or cannot be compared (${n})`,
  change: 'Change',
  component: 'Component',
  facet: 'Facet',
  noFigure: { 'dont-know': 'don’t know', 'does-not-apply': 'does not apply', 'no-answer': 'no answer' },
  notCompared: 'not compared',
  wordingChanged: 'wording changed, not compared',
  newerRelease:
    'The two were answered on different versions of the questions. Components whose wording changed are left out.',
}

const fr: typeof en = {
  reportCardTitle: 'Votre bilan des capacités',
  planTitle: 'Votre plan',
  compareTitle: 'Ce qui a changé depuis la dernière fois',
  loading: 'Calcul de vos résultats sur cet appareil…',
  scriptNeeded:
    'Cette page calcule vos résultats sur votre propre appareil et a besoin de son script, qui n’a pas été chargé. Rechargez la page.',
  withoutScripts: 'Utiliser la version sans scripts',
  nothingYet: 'Il n’y a pas encore de réponses sur cet appareil.',
  startHere: 'Commencer l’autodiagnostic',
  backToAnswers: 'Revenir à vos réponses',
  toReportCard: 'Bilan des capacités',
  toPlan: 'Plan d’action',
  toCompare: 'Ce qui a changé depuis la dernière fois',
  otherRelease:
    'Vos réponses viennent d’une version des questions qui n’est pas conservée ici. Les résultats sont calculés avec les questions d’aujourd’hui.',
  earlierRelease:
    'Les questions ont été mises à jour depuis vos réponses. Ces résultats sont calculés avec les questions auxquelles vous avez répondu. Dès que vous changez une réponse, ils suivent les questions d’aujourd’hui.',
  checkAgain:
    'Le libellé de ces composantes a changé depuis qu’on y a répondu. Vérifiez de nouveau vos réponses\u00a0:',
  notSaved:
    'Ce navigateur ne laisse pas la page garder ceci sur votre appareil (fenêtre privée ou espace insuffisant). Rien n’a été changé.',
  cannotStore:
    'Ce navigateur ne laisse pas la page garder de réponses sur votre appareil (fenêtre privée ou espace insuffisant). Ouvrez cette page dans la fenêtre où vous avez répondu, ou répondez sans scripts.',
  tooLongTitle: 'Un texte est trop long',
  tooLongLead:
    'Le document n’a pas été produit, parce qu’un texte dépasse ce qui peut être envoyé. Raccourcissez-le, puis réessayez.',
  tooLongAt: (place, part, most) => `${place}, ${part}\u00a0: au plus ${most} caractères.`,
  textParts: { respondent: 'personne', role: 'rôle', reason: 'raison', note: 'note', evidence: 'preuve' },
  wholeFile: 'Autodiagnostic',
  planConflictTitle: 'Ceci a été changé dans une autre fenêtre',
  planConflictLead:
    'Rien de ceci n’a été remplacé. Comparez les deux, puis choisissez. Vos autres changements sont enregistrés.',
  pathway: 'Parcours choisi',
  noPathway: 'aucun pour l’instant',
  fault: 'Les résultats n’ont pas pu être calculés.',
  downloadTitle: 'Emportez vos résultats',
  downloadNotice:
    'Pour produire un document, vos réponses sont envoyées au serveur, utilisées une fois, puis oubliées. Rien d’autre n’est envoyé depuis cette page.',
  downloadNoticeKept:
    'Les documents sont produits à partir des réponses conservées sous votre lien privé. Les documents ne sont pas conservés.',
  communityName: 'Nom de votre communauté, pour la couverture',
  communityHint: 'Vous pouvez le laisser vide. Il n’est pas conservé.',
  reportCardAs: 'Bilan des capacités',
  planAs: 'Plan d’action',
  formats: { pdf: 'PDF', docx: 'Word', txt: 'Texte simple', json: 'Données (JSON)' },
  asFormat: (document, format) => `${document}, format ${format}`,
  saveTitle: 'Gardez ceci pour plus tard',
  saveBody:
    'Enregistrez l’autodiagnostic d’aujourd’hui sur cet appareil. Quand vous le referez, vous verrez ce qui a changé.',
  save: 'Enregistrer cet autodiagnostic',
  saved: (date) => `Enregistré le ${date}.`,
  savedList: 'Autodiagnostics enregistrés',
  savedNone:
    'Aucun autodiagnostic n’est encore enregistré sur cet appareil. Enregistrez-en un depuis votre bilan, puis refaites l’autodiagnostic.',
  savedOn: (date, answers) => `${date}, ${answers} ${answers < 2 ? 'composante répondue' : 'composantes répondues'}`,
  current: 'Celui auquel vous répondez maintenant',
  before: 'Le plus ancien',
  after: 'Le plus récent',
  compare: 'Comparer',
  remove: 'Supprimer',
  removeOf: (name) => `Supprimer l’autodiagnostic du ${name}`,
  removed: 'Supprimé.',
  undo: 'Annuler',
  chooseTwo: 'Choisissez deux autodiagnostics différents.',
  differentPack: 'Ces deux autodiagnostics portent sur des questions différentes et ne peuvent pas être comparés.',
  differentWording:
    'Ces deux autodiagnostics n’ont pas la même formulation des questions et ne peuvent pas être comparés.',
  noStatistics:
    'Les réponses d’une personne varient un peu d’un jour à l’autre. Une petite différence peut être due au hasard\u00a0: cherchez les plus grandes, et celles qui vont dans le même sens.',
  changeTitle: 'Ce qui a changé',
  changeNone: 'Aucun chiffre n’a changé entre les deux.',
  changeSummary: (total, { up, down, both, same, notCompared }) =>
    [
      `Sur ${total} composantes, ${up} en hausse et ${down} en baisse.`,
      both > 0 ? `En hausse dans un volet et en baisse dans l’autre\u00a0: ${both}.` : '',
      `Sans changement\u00a0: ${same}.`,
      notCompared > 0 ? `Non comparables\u00a0: ${notCompared}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  changeOthers: (n) => `Voir ce qui n’a pas changé ou ne peut pas être comparé (${n})`,
  change: 'Changement',
  component: 'Composante',
  facet: 'Volet',
  noFigure: { 'dont-know': 'ne sait pas', 'does-not-apply': 'ne s’applique pas', 'no-answer': 'sans réponse' },
  notCompared: 'non comparé',
  wordingChanged: 'libellé modifié, non comparé',
  newerRelease:
    'Les deux ont été faits sur des versions différentes des questions. Les composantes dont le libellé a changé sont laissées de côté.',
}

export const resultsMessages: Record<Language, typeof en> = { en, fr }
