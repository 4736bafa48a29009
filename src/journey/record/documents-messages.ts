import type { Language } from '../../platform/languages.ts'

const en = {
  title: 'Documents',
  lead: 'What this journey has published. A published document never changes; a new version stands beside the old one.',
  none: 'Nothing has been published yet. The first document is the service and data agreement.',
  version: (version: number) => `Version ${version}`,
  newest: 'newest',
  publishedOn: (day: string, name: string | undefined) => (name ? `${day}, by ${name}` : day),
  reason: 'Why there is a new version',
  read: 'Read on this page',
  download: 'Download',
  pdf: 'PDF',
  docx: 'Word',
  txt: 'Plain text',
  json: 'Data (JSON)',
  back: 'All documents of this journey',
  frozen: 'This document is frozen: it says today what it said on the day it was published.',
  otherLanguage: 'This document exists in another language only.',
}

const fr: typeof en = {
  title: 'Documents',
  lead: 'Ce que cette démarche a publié. Un document publié ne change jamais; une nouvelle version s’ajoute à l’ancienne.',
  none: 'Rien n’est encore publié. Le premier document est l’entente de service et de données.',
  version: (version) => `Version ${version}`,
  newest: 'la plus récente',
  publishedOn: (day, name) => (name ? `${day}, par ${name}` : day),
  reason: 'Raison de la nouvelle version',
  read: 'Lire sur cette page',
  download: 'Télécharger',
  pdf: 'PDF',
  docx: 'Word',
  txt: 'Texte brut',
  json: 'Données (JSON)',
  back: 'Tous les documents de cette démarche',
  frozen: 'Ce document est figé\u00a0: il dit aujourd’hui ce qu’il disait le jour de sa publication.',
  otherLanguage: 'Ce document n’existe que dans une autre langue.',
}

export const documentsMessages: Record<Language, typeof en> = { en, fr }
