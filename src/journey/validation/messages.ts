import type { Language } from '../../platform/languages.ts'
import { type ValidationMessages, validationEn } from './messages-en.ts'
import { validationFr } from './messages-fr.ts'

export const validationMessages: Record<Language, ValidationMessages> = { en: validationEn, fr: validationFr }
