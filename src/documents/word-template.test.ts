import { Document, Header, Packer, Paragraph, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { type AgreementValues, agreementDocument } from './agreement-document.ts'
import { checkWordTemplate, renderWithTemplate } from './word-template.ts'
import { readZip, writeZip } from './zip.ts'

const values: AgreementValues = {
  community: 'Pine Harbour',
  leads: ['Ada Roy'],
  stewards: [],
  advisors: ['Kim Lee'],
  alone: false,
  journeyLanguage: 'en',
  dataTerms: 'standard',
  approvalBody: 'council',
  release: 'a'.repeat(64),
  acceptedBy: 'Ada Roy',
  acceptedOn: '2030-01-15',
}

const template = (...paragraphs: Paragraph[]) =>
  Packer.toBuffer(
    new Document({
      sections: [
        { headers: { default: new Header({ children: [new Paragraph('Letterhead')] }) }, children: paragraphs },
      ],
    }),
  )

const placeholder = () =>
  new Paragraph({ children: [new TextRun('{{way'), new TextRun({ text: 'mark}}', bold: true })] })

const part = (file: Uint8Array, name: string) =>
  readZip(Buffer.from(file))
    .find((entry) => entry.name === name)
    ?.bytes.toString('utf8') ?? ''

test('the document stands where the placeholder stood, and the letterhead stays', async () => {
  const own = await template(new Paragraph('Before'), placeholder(), new Paragraph('After'))
  expect(checkWordTemplate(own)).toEqual({ ok: true })
  const file = await renderWithTemplate(agreementDocument(values, 'en'), own)
  const body = part(file, 'word/document.xml')
  expect(body.indexOf('Before')).toBeLessThan(body.indexOf('Service and data agreement'))
  expect(body.indexOf('Ada Roy accepted this agreement')).toBeLessThan(body.indexOf('After'))
  expect(body).not.toContain('{{')
  expect(readZip(Buffer.from(file)).some(({ bytes }) => bytes.includes('Letterhead'))).toBe(true)
  expect(part(file, 'word/numbering.xml')).toContain('•')
})

test('the same document and template give the same bytes', async () => {
  const own = await template(placeholder())
  const twice = await Promise.all([1, 2].map(() => renderWithTemplate(agreementDocument(values, 'fr'), own)))
  expect(twice[0]).toEqual(twice[1])
})

test('headings take the styles of a template made by a French Word', async () => {
  const entries = readZip(await template(placeholder())).map((entry) =>
    entry.name === 'word/styles.xml'
      ? { ...entry, bytes: Buffer.from(entry.bytes.toString('utf8').replaceAll('"Heading1"', '"Titre1"')) }
      : entry,
  )
  const file = await renderWithTemplate(agreementDocument(values, 'fr'), writeZip(entries, '2030-01-15'))
  expect(part(file, 'word/document.xml')).toContain('<w:pStyle w:val="Titre1"')
})

test('a file that cannot serve says why', async () => {
  const problem = async (bytes: Promise<Uint8Array> | Uint8Array) => {
    const checked = checkWordTemplate(await bytes)
    return checked.ok ? undefined : checked.problem
  }
  expect(await problem(new Uint8Array([1, 2, 3]))).toBe('not-word')
  expect(await problem(writeZip([{ name: 'a.txt', bytes: Buffer.from('a') }], '2030-01-15'))).toBe('not-word')
  expect(await problem(template(new Paragraph('Nothing here')))).toBe('no-placeholder')
  expect(await problem(template(placeholder(), placeholder()))).toBe('several-placeholders')
  expect(await problem(template(new Paragraph('See {{waymark}} here')))).toBe('placeholder-not-alone')
  const none = await template(new Paragraph('Nothing here'))
  await expect(renderWithTemplate(agreementDocument(values, 'en'), none)).rejects.toMatchObject({
    name: 'TemplateError',
    problem: 'no-placeholder',
  })
})
