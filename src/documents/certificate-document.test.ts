import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type CertificateValues, certificateDocument } from './certificate-document.ts'
import { renderPdf } from './pdf.ts'
import { renderText } from './text.ts'

const values: CertificateValues = {
  kind: 'course',
  holder: 'Ada Tremblay',
  title: 'First steps in shelf care',
  hours: 2.5,
  objectives: ['Count what is on a shelf'],
  day: '2030-01-15',
  program: 'Village Service',
  id: '0f9b5a84-0cde-4b11-9d65-3d2f5b7f1f52',
  address: 'https://waymark.example.org/credentials/0f9b5a84-0cde-4b11-9d65-3d2f5b7f1f52',
}

/** The objects of a PDF as text, those in packed streams too. */
function objectsOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  const packed = [...text.matchAll(/stream\r?\n/g)].map((match) => {
    const start = match.index + match[0].length
    try {
      return inflateSync(file.subarray(start, text.indexOf('endstream', start))).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...packed].join('\n')
}

test('a certificate says who finished what, when, and how to check it, in each language', () => {
  const english = renderText(certificateDocument(values, 'en'))
  for (const part of [
    'Ada Tremblay has finished the course',
    values.title.toUpperCase(),
    '2.5',
    'January 15, 2030',
    values.address,
  ]) {
    expect(english).toContain(part)
  }
  const french = renderText(certificateDocument({ ...values, kind: 'pathway' }, 'fr'))
  for (const part of ['a terminé le parcours d’apprentissage', '2,5', '15 janvier 2030']) expect(french).toContain(part)
})

test('a certificate is one tagged page, however much was learned', () => {
  const objectives = Array.from({ length: 30 }, (_, index) => `Objective ${index + 1} ${'with many words '.repeat(6)}`)
  for (const language of ['en', 'fr'] as const) {
    const objects = objectsOf(renderPdf(certificateDocument({ ...values, objectives }, language)))
    expect([...objects.matchAll(/\/Type\s*\/Page\b(?!s)/g)]).toHaveLength(1)
    expect(objects).toMatch(/\/MarkInfo/)
  }
})
