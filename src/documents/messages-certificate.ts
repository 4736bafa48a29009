import type { Language } from '../platform/languages.ts'

const en = {
  title: 'Certificate',
  did: { course: 'has finished the course', pathway: 'has finished the learning pathway' },
  hours: (hours: number): string => (hours === 1 ? 'hour of learning' : 'hours of learning'),
  day: 'finished on',
  learned: { course: 'What the course teaches', pathway: 'Items of the pathway' },
  more: (count: number) => `and ${count} more`,
  verifyTitle: 'How to check this certificate',
  verify: 'Point a phone at the square, or open this address:',
  verifyAfter:
    'The page says whether the certificate is valid today. It can be revoked, and its holder can hide the page.',
  code: (address: string) => `QR code that leads to ${address}`,
  codeCaption: '',
  number: (id: string) => `Number ${id}`,
  table: 'Address of the certificate',
}

const fr: typeof en = {
  title: 'Certificat',
  did: { course: 'a terminé le cours', pathway: 'a terminé le parcours d’apprentissage' },
  hours: (hours) => (hours < 2 ? 'heure d’apprentissage' : 'heures d’apprentissage'),
  day: 'date de fin',
  learned: { course: 'Ce que le cours enseigne', pathway: 'Éléments du parcours' },
  more: (count) => `et ${count} de plus`,
  verifyTitle: 'Comment vérifier ce certificat',
  verify: 'Pointez un téléphone vers le carré ou ouvrez cette adresse\u00a0:',
  verifyAfter:
    'La page dit si le certificat est valide aujourd’hui. Il peut être révoqué, et la personne titulaire peut masquer la page.',
  code: (address) => `Code QR qui mène à ${address}`,
  codeCaption: '',
  number: (id) => `Numéro ${id}`,
  table: 'Adresse du certificat',
}

export const certificateWords: Record<Language, typeof en> = { en, fr }
