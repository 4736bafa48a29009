import { expect, test } from 'vitest'
import {
  aFramedPackage2004,
  anArchive,
  aPackage12,
  type Files,
  manifest12,
  manifest2004,
} from '../../test/builders/packages.ts'
import { examinePackage } from './examine.ts'

const examine = (files: Files, scan?: Parameters<typeof examinePackage>[1]['scan']) =>
  examinePackage(anArchive(files), { scan, language: 'en' })
const good = async (files: Files) => {
  const found = await examine(files)
  if (!found.ok) throw new Error(`${found.reason} ${found.detail}`)
  return found
}
const problemOf = async (files: Files) => {
  const found = await examine(files)
  return found.ok ? 'ok' : `${found.reason} ${found.detail}`.trim()
}

test('a package of SCORM 1.2 says its title, its parts and its size', async () => {
  const found = await good(aPackage12())
  expect(found).toMatchObject({ standard: '1.2', edition: '1.2', title: 'Water and us', language: 'en', notes: [] })
  expect(found.units).toEqual([
    {
      id: 'lesson',
      title: 'The lesson',
      under: [],
      kind: 'sco',
      path: 'lesson.html',
      query: '',
      launchData: '',
      mastery: null,
    },
  ])
  expect(found.files).toHaveLength(4)
})

test('a package of SCORM 2004 says its edition, and that it uses frames', async () => {
  expect(await good(aFramedPackage2004())).toMatchObject({
    standard: '2004',
    edition: '2004 4th Edition',
    notes: ['frames'],
  })
  const files = { 'imsmanifest.xml': manifest2004([{ id: 'a', title: 'A' }], { version: 'CAM 1.3' }), 'a.html': '' }
  expect(await good(files)).toMatchObject({ edition: '2004 2nd Edition' })
})

test('items stand in items; bases, parameters and entities are resolved', async () => {
  const manifest = manifest12([{ id: 'b', title: 'B', href: 'page%20one.html?x=1#top' }], {
    title: 'Caf&#233; &amp; Co',
    base: ' xml:base="content/"',
  })
    .replace(
      '<item identifier="b" ',
      '<item identifier="group"><title>Week 1</title><item identifier="b" parameters="?y=2" ',
    )
    .replace(
      '</item>',
      '<adlcp:masteryscore>80</adlcp:masteryscore><adlcp:datafromlms>hello</adlcp:datafromlms></item></item>',
    )
  const { title, units } = await good({ 'imsmanifest.xml': manifest, 'content/page one.html': '' })
  expect(title).toBe('Café & Co')
  expect(units).toEqual([
    {
      id: 'b',
      title: 'B',
      under: ['Week 1'],
      kind: 'sco',
      path: 'content/page one.html',
      query: '?x=1&y=2#top',
      launchData: 'hello',
      mastery: 80,
    },
  ])
})

test('sequencing that is not followed is named', async () => {
  const sequencing = `<imsss:sequencing><imsss:controlMode choice="false" flow="true" forwardOnly="true"/>
    <imsss:sequencingRules><imsss:preConditionRule/></imsss:sequencingRules>
    <imsss:limitConditions attemptLimit="1"/>
    <imsss:rollupRules rollupObjectiveSatisfied="false"/>
    <imsss:objectives><imsss:primaryObjective><imsss:mapInfo targetObjectiveID="x"/></imsss:primaryObjective></imsss:objectives>
    <imsss:randomizationControls selectionTiming="once"/></imsss:sequencing>`
  const files = { 'imsmanifest.xml': manifest2004([{ id: 'a', title: 'A' }], { sequencing }), 'a.html': '' }
  expect((await good(files)).notes).toEqual([
    'choice-off',
    'flow',
    'forward-only',
    'rules',
    'limits',
    'rollup',
    'shared-objectives',
    'randomized',
  ])
  const extra = '<adlcp:prerequisites type="aicc_script">a</adlcp:prerequisites>'
  expect((await good({ 'imsmanifest.xml': manifest12([{ id: 'a', title: 'A', extra }]), 'a.html': '' })).notes).toEqual(
    ['prerequisites'],
  )
})

test('what is not SCORM is told apart', async () => {
  expect(await problemOf({ 'course.crs': '[Course]', 'a.html': '' })).toBe('aicc course.crs')
  expect(await problemOf({ 'tincan.xml': '<tincan/>', 'a.html': '' })).toBe('other-standard tincan.xml')
  expect(await problemOf({ 'index.html': '' })).toBe('html-only index.html')
  expect(await problemOf({ 'readme.txt': '' })).toBe('no-manifest')
  expect(await problemOf({ 'course/imsmanifest.xml': '<manifest/>' })).toBe('in-a-folder course/imsmanifest.xml')
  expect(
    await problemOf({ 'imsmanifest.xml': '<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"/>' }),
  ).toBe('not-scorm')
})

test('a manifest that leads nowhere, elsewhere or outside is refused', async () => {
  const launching = (href: string): Files => ({
    'imsmanifest.xml': manifest12([{ id: 'a', title: 'A', href }]),
    'A.html': '',
  })
  expect(await problemOf(launching('gone.html'))).toBe('launch-missing gone.html')
  expect(await problemOf(launching('a.html'))).toBe('launch-other-case a.html (A.html)')
  expect(await problemOf(launching('https://example.com/a.html'))).toBe('launch-elsewhere https://example.com/a.html')
  expect(await problemOf(launching('//example.com/a.html'))).toBe('launch-elsewhere //example.com/a.html')
  expect(await problemOf(launching('../../etc/passwd'))).toBe('launch-outside ../../etc/passwd')
  expect(await problemOf(launching('%2e%2e/%2e%2e/x'))).toMatch(/^launch-outside/)
  expect(await problemOf(launching('javascript:alert(1)'))).toMatch(/^launch-elsewhere/)
  const unknown = manifest12([{ id: 'a', title: 'A' }]).replace('identifierref="r-a"', 'identifierref="other"')
  expect(await problemOf({ 'imsmanifest.xml': unknown, 'a.html': '' })).toBe('missing-resource A (other)')
  expect(await problemOf({ 'imsmanifest.xml': manifest12([]) })).toBe('no-units')
})

test('a manifest with a document type is refused before it is parsed', async () => {
  const head =
    '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const manifest = manifest12([{ id: 'a', title: '&b;' }], { head })
  expect(await problemOf({ 'imsmanifest.xml': manifest, 'a.html': '' })).toBe('manifest-declares-entities')
})

test('a manifest that is broken or endlessly deep is refused', async () => {
  expect(await problemOf({ 'imsmanifest.xml': '<manifest>\n<metadata></manifest>' })).toBe('manifest-not-xml 2')
  const deep = `<manifest>${'<item>'.repeat(5000)}${'</item>'.repeat(5000)}</manifest>`
  expect(await problemOf({ 'imsmanifest.xml': deep })).toBe('manifest-too-deep')
})

test('a manifest in an older encoding is read', async () => {
  const manifest = Buffer.from(
    manifest12([{ id: 'a', title: 'Eau' }], { title: 'Été' }).replace('UTF-8', 'ISO-8859-1'),
    'latin1',
  )
  expect((await good({ 'imsmanifest.xml': manifest, 'a.html': '' })).title).toBe('Été')
})

test('the host’s scanner sees every file once, and its word counts', async () => {
  const seen: string[] = []
  const scan = async (content: Uint8Array) => {
    seen.push(Buffer.from(content).toString())
    return content.length === 4 ? ('infected' as const) : ('clean' as const)
  }
  const files = { 'imsmanifest.xml': manifest12([{ id: 'a', title: 'A' }]), 'a.html': 'page', 'b.html': 'page' }
  expect(await examine(files, scan)).toEqual({ ok: false, reason: 'infected', detail: 'a.html' })
  expect(seen.filter((one) => one === 'page')).toHaveLength(1)
  expect(await examine(files, async () => 'cannot-check')).toMatchObject({ reason: 'cannot-check' })
})
