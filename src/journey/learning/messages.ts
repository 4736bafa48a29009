import type { Language } from '../../platform/languages.ts'
import { learningEn } from './messages-en.ts'
import { learningFr } from './messages-fr.ts'

export const learningMessages: Record<Language, typeof learningEn> = { en: learningEn, fr: learningFr }
