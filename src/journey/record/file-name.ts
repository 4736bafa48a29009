import type { DocumentModel } from '../../documents/model.ts'

/** A plain name for a file: letters, digits and hyphens, so that it survives every disk and header. */
export function plainName(text: string): string {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’']/g, '-')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
  return plain === '' ? 'waymark' : plain.slice(0, 60)
}

/** The name of a document's file: what it is, whose, its version, its language. */
export function documentFileName(model: DocumentModel, { version }: { version: number }, extension: string): string {
  return `${plainName(`${model.title} ${model.community ?? ''}`)}-v${version}-${model.language}.${extension}`
}
