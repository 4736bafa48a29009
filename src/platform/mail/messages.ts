import type { Language } from '../languages.ts'

/** The frame around each message; what it says is the room's that sends it. */
const en = {
  greeting: (name: string) => `Hello ${name},`,
  sentBy: 'Waymark sent this message by itself.',
  whyOptional: 'You get it because you take part in the service. To stop messages of this kind:',
  unsubscribe: 'Stop these messages',
  /** Said to who reads the other language, in that language. */
  languageNote: 'This message is in French because that is the language of your account. To change it:',
}

const fr: typeof en = {
  greeting: (name) => `Bonjour ${name},`,
  sentBy: 'Waymark a envoyé ce message automatiquement.',
  whyOptional: 'Vous le recevez parce que vous participez au service. Pour ne plus recevoir ce genre de message\u00a0:',
  unsubscribe: 'Ne plus recevoir ces messages',
  languageNote: 'Ce message est en anglais parce que c’est la langue de votre compte. Pour la changer\u00a0:',
}

export const mailFrame: Record<Language, typeof en> = { en, fr }
