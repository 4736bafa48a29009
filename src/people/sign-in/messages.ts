import type { Language } from '../../platform/languages.ts'

const en = {
  title: 'Sign in',
  intro:
    'There is no password. We send a link to your e-mail address; it signs you in. If you are new here, it also makes your account.',
  email: 'E-mail address',
  emailHint: 'For example, name@community.ca',
  emailNeeded: 'Enter your e-mail address, such as name@community.ca.',
  sendLink: 'Send me a link',
  or: 'Other ways',
  withDirectory: (name: string) => `Sign in with ${name}`,
  passkeyTitle: 'With a passkey',
  passkeyText: 'If you have added a passkey to your account, your device signs you in.',
  usePasskey: 'Use a passkey',
  passkeyNeedsScript: 'Passkeys need JavaScript, which is off in this browser. Use the link by e-mail instead.',
  passkeyDidNotWork: 'The passkey did not work. Try again, or use a link by e-mail.',
  tooMany: 'There were too many tries from your network. Wait ten minutes and try again.',
  tooManyTitle: 'Please wait a little',

  checkTitle: 'Check your mail',
  checkText:
    'If the address you entered can receive mail, a message is on its way. Open the link in it, or type its code here.',
  checkTime: 'The link and the code work once, for 15 minutes.',
  code: 'Code from the message',
  codeHint: 'Eight digits. It works in this browser only.',
  codeNeeded: 'Enter the eight digits from the message.',
  codeWrong: (left: number) =>
    `That is not the code in the newest message. You have ${left} more ${left === 1 ? 'try' : 'tries'}.`,
  continue: 'Continue',
  noMail: 'No message after a few minutes? Look in the junk folder, or ask for a new one.',
  askAgain: 'Ask for a new link',
  overTitle: 'This link or code no longer works',
  overText:
    'It was used already, it is older than 15 minutes, or there were too many tries. Nothing is lost: enter your address to get a new one.',

  linkTitle: 'Sign in to Waymark',
  linkText: 'One more step, so that only you use this link and not a program that checks your mail.',
  linkButton: 'Sign in',

  nameTitle: 'What is your name?',
  nameText: 'The people you work with will see it.',
  name: 'Your name',
  nameNeeded: 'Enter your name.',
  save: 'Save',

  directoryDownTitle: 'This way in is closed just now',
  directoryDown: (name: string) => `${name} does not answer. Try again later, or use a link by e-mail.`,
  directoryRefusedTitle: 'You are not signed in',
  directoryRefused:
    'Either you stopped on the way, or your directory does not say that your e-mail address is verified. Use a link by e-mail: it shows that the address is yours.',

  mailSubject: 'Your link to sign in to Waymark',
  mailText: 'Someone, probably you, asked to sign in to Waymark with this address.',
  mailLink: 'Sign in',
  mailCode: (code: string) => `Or type this code in the browser where you asked: ${code}`,
  mailTime:
    'The link and the code work once, for 15 minutes. If you did not ask, do nothing: without them nobody can sign in.',

  factorTitle: 'Show that it is you',
  factorText: 'People who work for the program sign in with two things: their mail, and a device they have with them.',
  factorCode: 'Code from your code generator',
  factorCodeHint: 'The six digits that the app on your phone shows for Waymark.',
  factorCodeNeeded: 'Enter the six digits that your app shows now.',
  factorWrong: 'That code is not right, or it was used already. Wait for the next one and enter it.',
  factorPaused: 'There were too many wrong codes. Wait 15 minutes, then try again.',
  factorPasskey: 'Use your passkey',
  factorPasskeyNeedsScript:
    'Your passkey needs JavaScript, which is off in this browser. Use a recovery code, or turn JavaScript on.',
  recoveryTitle: 'You do not have your device?',
  recoveryCode: 'Recovery code',
  recoveryHint: 'One of the codes that you kept when you set this up. Each works once.',
  recoveryWrong: 'That recovery code is not right, or it was used already.',
  recoveryUse: 'Use the recovery code',
  lostAll: 'If you have lost these too, ask another administrator of the program to reset your second factor.',

  setUpTitle: 'Set up a second factor',
  setUpText:
    'You work for the program, so a link by e-mail alone is not enough to protect communities’ data. Choose one of two ways.',
  generatorTitle: 'A code generator on your phone',
  generatorStep1: 'Open an app that makes codes (any authenticator app) and scan this picture.',
  generatorPicture: 'QR code that adds Waymark to a code generator. The same key stands below as text.',
  generatorKey: 'Or type this key into the app:',
  generatorStep2: 'Enter the six digits that the app shows.',
  turnOn: 'Turn it on',
  setUpOver: 'This page was open too long. Scan the new picture and enter its code.',
  passkeySetUpTitle: 'A passkey on this device',
  passkeySetUpText:
    'Your device keeps a key and unlocks it with your face, finger or PIN. Nothing to type, and it cannot be stolen by a false page.',
  addPasskey: 'Add a passkey',
  passkeyName: 'This device',
  setUpPasskeyNeedsScript:
    'Passkeys need JavaScript, which is off in this browser. The code generator works without it.',
  codesTitle: 'Keep your recovery codes',
  codesText:
    'If you lose your phone, one of these codes lets you in. Each works once. Print them or write them down; they will not be shown again.',
  codesKept: 'I have kept them',

  firstTitle: 'Become the first administrator',
  firstText:
    'This link was printed where Waymark was started. It makes you its administrator, once. Next you set up a second factor.',
  firstAs: (name: string) => `You are signed in as ${name}. This account becomes the administrator.`,
  firstButton: 'Make me the administrator',
  firstKnown: 'This address has an account. Sign in with it first, in this browser, then open the link again.',
  firstOverTitle: 'This link no longer works',
  firstOverText: 'Waymark has an administrator, or was started again and printed a newer link. Ask whoever runs it.',

  signedOutTitle: 'You are signed out',
  signedOutText: 'On a shared computer, close this browser window too.',
  signInAgain: 'Sign in again',

  resetSubject: 'Your second factor was reset',
  resetText: (name: string) =>
    `${name}, an administrator, removed the second factors of your Waymark account and ended your sessions. When you next sign in, you set up a new one.`,
  resetNotYou: 'If you did not ask for this, tell another administrator at once.',
}

const fr: typeof en = {
  title: 'Ouvrir une session',
  intro:
    'Il n’y a pas de mot de passe. Nous envoyons un lien à votre adresse courriel; il ouvre votre session. Si vous êtes ici pour la première fois, il crée aussi votre compte.',
  email: 'Adresse courriel',
  emailHint: 'Par exemple, nom@communaute.ca',
  emailNeeded: 'Entrez votre adresse courriel, par exemple nom@communaute.ca.',
  sendLink: 'Envoyez-moi un lien',
  or: 'Autres façons',
  withDirectory: (name) => `Ouvrir une session avec ${name}`,
  passkeyTitle: 'Avec une clé d’accès',
  passkeyText: 'Si vous avez ajouté une clé d’accès à votre compte, votre appareil ouvre la session pour vous.',
  usePasskey: 'Utiliser une clé d’accès',
  passkeyNeedsScript:
    'Les clés d’accès ont besoin de JavaScript, qui est désactivé dans ce navigateur. Utilisez plutôt le lien par courriel.',
  passkeyDidNotWork: 'La clé d’accès n’a pas fonctionné. Réessayez ou demandez un lien par courriel.',
  tooMany: 'Il y a eu trop d’essais depuis votre réseau. Attendez dix minutes et réessayez.',
  tooManyTitle: 'Attendez un peu',

  checkTitle: 'Consultez vos courriels',
  checkText:
    'Si l’adresse que vous avez entrée peut recevoir des courriels, un message est en route. Ouvrez le lien qu’il contient ou entrez son code ici.',
  checkTime: 'Le lien et le code servent une fois, pendant 15 minutes.',
  code: 'Code du message',
  codeHint: 'Huit chiffres. Il fonctionne dans ce navigateur seulement.',
  codeNeeded: 'Entrez les huit chiffres du message.',
  codeWrong: (left) =>
    `Ce n’est pas le code du message le plus récent. Il vous reste ${left} ${left < 2 ? 'essai' : 'essais'}.`,
  continue: 'Continuer',
  noMail: 'Rien après quelques minutes? Regardez dans les courriels indésirables ou demandez un nouveau message.',
  askAgain: 'Demander un nouveau lien',
  overTitle: 'Ce lien ou ce code ne fonctionne plus',
  overText:
    'Il a déjà servi, il date de plus de 15 minutes ou il y a eu trop d’essais. Rien n’est perdu : entrez votre adresse pour en recevoir un nouveau.',

  linkTitle: 'Ouvrir une session dans Waymark',
  linkText: 'Encore une étape, pour que vous seul utilisiez ce lien, et non un programme qui vérifie vos courriels.',
  linkButton: 'Ouvrir la session',

  nameTitle: 'Quel est votre nom?',
  nameText: 'Les gens avec qui vous travaillez le verront.',
  name: 'Votre nom',
  nameNeeded: 'Entrez votre nom.',
  save: 'Enregistrer',

  directoryDownTitle: 'Cette entrée est fermée pour le moment',
  directoryDown: (name) => `${name} ne répond pas. Réessayez plus tard ou demandez un lien par courriel.`,
  directoryRefusedTitle: 'Votre session n’est pas ouverte',
  directoryRefused:
    'Soit vous vous êtes arrêté en chemin, soit votre annuaire ne dit pas que votre adresse courriel est vérifiée. Demandez un lien par courriel : il montre que l’adresse est à vous.',

  mailSubject: 'Votre lien pour ouvrir une session dans Waymark',
  mailText: 'Quelqu’un, sans doute vous, a demandé à ouvrir une session dans Waymark avec cette adresse.',
  mailLink: 'Ouvrir la session',
  mailCode: (code) => `Ou entrez ce code dans le navigateur où vous l’avez demandé : ${code}`,
  mailTime:
    'Le lien et le code servent une fois, pendant 15 minutes. Si vous n’avez rien demandé, ne faites rien : sans eux, personne ne peut ouvrir de session.',

  factorTitle: 'Montrez que c’est bien vous',
  factorText:
    'Les gens qui travaillent pour le programme ouvrent leur session avec deux choses : leur courriel et un appareil qu’ils ont avec eux.',
  factorCode: 'Code de votre générateur de codes',
  factorCodeHint: 'Les six chiffres que l’application de votre téléphone affiche pour Waymark.',
  factorCodeNeeded: 'Entrez les six chiffres que votre application affiche maintenant.',
  factorWrong: 'Ce code n’est pas le bon ou il a déjà servi. Attendez le suivant et entrez-le.',
  factorPaused: 'Il y a eu trop de codes erronés. Attendez 15 minutes, puis réessayez.',
  factorPasskey: 'Utiliser votre clé d’accès',
  factorPasskeyNeedsScript:
    'Votre clé d’accès a besoin de JavaScript, qui est désactivé dans ce navigateur. Utilisez un code de secours ou activez JavaScript.',
  recoveryTitle: 'Vous n’avez pas votre appareil?',
  recoveryCode: 'Code de secours',
  recoveryHint: 'Un des codes que vous avez gardés au moment de la configuration. Chacun sert une fois.',
  recoveryWrong: 'Ce code de secours n’est pas le bon ou il a déjà servi.',
  recoveryUse: 'Utiliser le code de secours',
  lostAll:
    'Si vous les avez perdus aussi, demandez à un autre administrateur du programme de réinitialiser votre deuxième facteur.',

  setUpTitle: 'Configurer un deuxième facteur',
  setUpText:
    'Vous travaillez pour le programme; un lien par courriel ne suffit donc pas à protéger les données des communautés. Choisissez l’une de deux façons.',
  generatorTitle: 'Un générateur de codes sur votre téléphone',
  generatorStep1:
    'Ouvrez une application qui produit des codes (n’importe quelle application d’authentification) et numérisez cette image.',
  generatorPicture: 'Code QR qui ajoute Waymark à un générateur de codes. La même clé figure en texte ci-dessous.',
  generatorKey: 'Ou entrez cette clé dans l’application :',
  generatorStep2: 'Entrez les six chiffres que l’application affiche.',
  turnOn: 'Activer',
  setUpOver: 'Cette page est restée ouverte trop longtemps. Numérisez la nouvelle image et entrez son code.',
  passkeySetUpTitle: 'Une clé d’accès sur cet appareil',
  passkeySetUpText:
    'Votre appareil garde une clé et la déverrouille avec votre visage, votre doigt ou un NIP. Rien à taper, et aucune fausse page ne peut la voler.',
  addPasskey: 'Ajouter une clé d’accès',
  passkeyName: 'Cet appareil',
  setUpPasskeyNeedsScript:
    'Les clés d’accès ont besoin de JavaScript, qui est désactivé dans ce navigateur. Le générateur de codes s’en passe.',
  codesTitle: 'Gardez vos codes de secours',
  codesText:
    'Si vous perdez votre téléphone, un de ces codes vous laisse entrer. Chacun sert une fois. Imprimez-les ou notez-les; ils ne seront plus affichés.',
  codesKept: 'Je les ai gardés',

  firstTitle: 'Devenir le premier administrateur',
  firstText:
    'Ce lien a été affiché là où Waymark a démarré. Il fait de vous son administrateur, une seule fois. Vous configurez ensuite un deuxième facteur.',
  firstAs: (name) => `Votre session est ouverte au nom de ${name}. Ce compte devient celui de l’administrateur.`,
  firstButton: 'Faire de moi l’administrateur',
  firstKnown:
    'Cette adresse a déjà un compte. Ouvrez d’abord une session avec elle, dans ce navigateur, puis ouvrez le lien de nouveau.',
  firstOverTitle: 'Ce lien ne fonctionne plus',
  firstOverText:
    'Waymark a un administrateur, ou il a redémarré et affiché un lien plus récent. Adressez-vous à la personne qui l’exploite.',

  signedOutTitle: 'Votre session est fermée',
  signedOutText: 'Sur un ordinateur partagé, fermez aussi la fenêtre du navigateur.',
  signInAgain: 'Ouvrir une nouvelle session',

  resetSubject: 'Votre deuxième facteur a été réinitialisé',
  resetText: (name) =>
    `${name}, de l’administration, a retiré les deuxièmes facteurs de votre compte Waymark et fermé vos sessions. À votre prochaine visite, vous en configurerez un nouveau.`,
  resetNotYou: 'Si vous ne l’avez pas demandé, prévenez tout de suite un autre administrateur.',
}

export const signInMessages: Record<Language, typeof en> = { en, fr }
