import type { Language } from '../../platform/languages.ts'

const en = {
  subject: (n: number) => `Today: ${n} ${n === 1 ? 'thing' : 'things'} to do`,
  advisor: 'Needs you today, as an advisor:',
  overdue: 'Actions that are overdue:',
  soon: 'Actions due in the next 7 days:',
  parts: 'Parts of a diagnostic that wait for your answers:',
  case: (community: string, step: string) => `– ${community}: ${step}`,
  unread: (community: string, n: number) => `– ${community}: ${n} new ${n === 1 ? 'message' : 'messages'}`,
  action: (title: string, community: string, day: string) => `– ${title} (${community}), due ${day}`,
  part: (community: string, day: string) => `– ${community}, until ${day}`,
  more: (n: number) => `– and ${n} more`,
  toDesk: 'Open your desk',
  toStart: 'Open Waymark',
}

const fr: typeof en = {
  subject: (n) => `Aujourd’hui\u00a0: ${n} ${n < 2 ? 'chose' : 'choses'} à faire`,
  advisor: 'Ce qui vous attend aujourd’hui comme conseillère ou conseiller\u00a0:',
  overdue: 'Actions en retard\u00a0:',
  soon: 'Actions à terminer dans les 7 prochains jours\u00a0:',
  parts: 'Parties d’un diagnostic qui attendent vos réponses\u00a0:',
  case: (community, step) => `– ${community}\u00a0: ${step}`,
  unread: (community, n) => `– ${community}\u00a0: ${n} ${n < 2 ? 'nouveau message' : 'nouveaux messages'}`,
  action: (title, community, day) => `– ${title} (${community}), pour le ${day}`,
  part: (community, day) => `– ${community}, jusqu’au ${day}`,
  more: (n) => `– et ${n} de plus`,
  toDesk: 'Ouvrir votre bureau',
  toStart: 'Ouvrir Waymark',
}

export const digestMessages: Record<Language, typeof en> = { en, fr }
