import type { Misfit } from '../../domain/plan-edits-types.ts'

/** Why a change does not fit, as the end of a sentence. */
export const misfitsEn: Record<Misfit, string> = {
  'item-gone': 'the catalogue no longer has this item',
  'not-usable': 'the item cannot be used here: its language, its need for a connection, or what it needs itself',
  'needs-removed': 'what it needs was taken out by a person',
  'same-content': 'another version of the same content is already in',
  'not-in-pathway': 'the item is not in this pathway now',
  'before-prerequisite': 'something it builds on begins later',
  'after-dependent': 'something that builds on it begins earlier',
  'after-the-end': 'the pathway ends before that week',
  'part-gone': 'the plan no longer has this part',
}
export const misfitsFr: Record<Misfit, string> = {
  'item-gone': 'le catalogue n’a plus cet élément',
  'not-usable':
    'l’élément ne peut pas servir ici\u00a0: sa langue, son besoin de connexion ou ce dont il a lui-même besoin',
  'needs-removed': 'ce dont il a besoin a été retiré par une personne',
  'same-content': 'une autre version du même contenu y est déjà',
  'not-in-pathway': 'l’élément n’est pas dans ce parcours en ce moment',
  'before-prerequisite': 'un élément sur lequel il s’appuie commence plus tard',
  'after-dependent': 'un élément qui s’appuie sur lui commence plus tôt',
  'after-the-end': 'le parcours se termine avant cette semaine',
  'part-gone': 'le plan n’a plus cette partie',
}
