import { type Zippable, zipSync } from 'fflate'

/** Files of a package: path -> text or bytes. */
export type Files = Record<string, string | Uint8Array>

/** An archive of files, as a maker's tool would write it. */
export function anArchive(files: Files, options: { stored?: boolean } = {}): Buffer {
  const parts: Zippable = {}
  for (const [path, content] of Object.entries(files)) {
    parts[path] = typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  return Buffer.from(zipSync(parts, { level: options.stored ? 0 : 6 }))
}

type Item = { id: string; title: string; href?: string; kind?: 'sco' | 'asset'; extra?: string }

/** A manifest of SCORM 1.2. @param given.head goes in before the root element */
export function manifest12(
  items: Item[],
  given: { title?: string; head?: string; base?: string; organization?: string } = {},
): string {
  const { title = 'Water and us', head = '', base = '', organization = '' } = given
  return `<?xml version="1.0" encoding="UTF-8"?>${head}
<manifest identifier="m1" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="o1"><organization identifier="o1"><title>${title}</title>
    ${itemsOf(items)}${organization}
  </organization></organizations>
  <resources${base}>${resourcesOf(items, 'adlcp:scormtype')}</resources>
</manifest>`
}

/** A manifest of SCORM 2004, 4th edition. */
export function manifest2004(
  items: Item[],
  given: { title?: string; sequencing?: string; version?: string } = {},
): string {
  const { title = 'Water and us', sequencing = '', version = '2004 4th Edition' } = given
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m1" version="1.0" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
  <organizations default="o1"><organization identifier="o1"><title>${title}</title>
    ${itemsOf(items)}${sequencing}
  </organization></organizations>
  <resources>${resourcesOf(items, 'adlcp:scormType')}</resources>
</manifest>`
}

const itemsOf = (items: Item[]) =>
  items
    .map(
      ({ id, title, extra = '' }) =>
        `<item identifier="${id}" identifierref="r-${id}"><title>${title}</title>${extra}</item>`,
    )
    .join('\n    ')

const resourcesOf = (items: Item[], kindOf: string) =>
  items
    .map(
      ({ id, href = `${id}.html`, kind = 'sco' }) =>
        `<resource identifier="r-${id}" type="webcontent" ${kindOf}="${kind}" href="${href}"><file href="${href}"/></resource>`,
    )
    .join('')

const page = (title: string, body: string) =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`

/** Looks for the service the way the standard says: in this window, then in each window around it. */
const finder = (name: string) => `
function find(win) {
  for (var tries = 0; tries < 20; tries++) {
    try { if (win.${name}) return win.${name} } catch (e) {}
    if (win.parent === win) return null
    win = win.parent
  }
  return null
}
var api = find(window)`

/** A lesson of SCORM 1.2 that counts how often it was opened, remembers a place, and is passed by a button. */
export function aPackage12(): Files {
  const script = `${finder('API')}
api.LMSInitialize('')
var place = api.LMSGetValue('cmi.core.lesson_location')
document.getElementById('place').textContent = 'At: ' + (place || 'the start')
document.getElementById('who').textContent = api.LMSGetValue('cmi.core.student_name')
document.getElementById('on').onclick = function () {
  api.LMSSetValue('cmi.core.lesson_location', 'page-2')
  api.LMSSetValue('cmi.suspend_data', 'seen=1|é')
  document.getElementById('place').textContent = 'At: page-2'
}
document.getElementById('pass').onclick = function () {
  api.LMSSetValue('cmi.core.score.raw', '80')
  api.LMSSetValue('cmi.core.session_time', '0000:02:30')
  api.LMSSetValue('cmi.core.lesson_status', 'passed')
  api.LMSCommit('')
}
window.addEventListener('unload', function () {
  api.LMSSetValue('cmi.core.exit', 'suspend')
  api.LMSFinish('')
})`
  const body =
    '<p id="who"></p><p id="place"></p><button type="button" id="on">Read on</button> <button type="button" id="pass">Pass</button><script src="lesson.js"></script>'
  return {
    'imsmanifest.xml': manifest12([{ id: 'lesson', title: 'The lesson' }]),
    'lesson.html': page('The lesson', body),
    'lesson.js': script,
    'docs/guide.pdf': '%PDF-1.7\n%%EOF\n',
  }
}

/** A package of SCORM 2004 whose outer page begins, and whose inner page, in a frame, reads and answers. */
export function aFramedPackage2004(): Files {
  const inner = `${finder('API_1484_11')}
function show() {
  document.getElementById('seen').textContent = 'Bookmark: ' + (api.GetValue('cmi.location') || 'none') + ', of the outer page: ' + (api.GetValue('cmi.suspend_data') || 'nothing')
}
window.addEventListener('load', function () { setTimeout(show, 200) })
document.getElementById('finish').onclick = function () {
  api.SetValue('cmi.location', 'inner-7')
  api.SetValue('cmi.score.scaled', '0.75')
  api.SetValue('cmi.completion_status', 'completed')
  api.SetValue('cmi.success_status', 'passed')
  api.Commit('')
  show()
}`
  const outer = `${finder('API_1484_11')}
api.Initialize('')
api.SetValue('cmi.suspend_data', 'from-outside')
window.addEventListener('unload', function () { api.SetValue('cmi.exit', 'suspend'); api.Terminate('') })`
  return {
    'imsmanifest.xml': manifest2004([{ id: 'framed', title: 'The framed lesson', href: 'outer/index.html' }]),
    'outer/index.html': page(
      'The framed lesson',
      '<iframe src="../inner/page.html" title="The page inside" width="300" height="200"></iframe><script src="outer.js"></script>',
    ),
    'outer/outer.js': outer,
    'inner/page.html': page(
      'The page inside',
      '<p id="seen">Waiting</p><button type="button" id="finish">Finish</button><script src="inner.js"></script>',
    ),
    'inner/inner.js': inner,
  }
}

/** Tries everything that a page should not be able to do, and writes down how each try ends. */
export function aHostilePackage(): Files {
  const script = `
var out = document.getElementById('out')
var left = 9
function say(what, how) { var li = document.createElement('li'); li.textContent = what + ': ' + how; out.appendChild(li); if (--left === 0) document.getElementById('end').textContent = 'all tried' }
function attempt(what, action) { try { say(what, 'reached ' + String(action()).slice(0, 80)) } catch (e) { say(what, 'refused') } }
attempt('parent document', function () { return parent.document.title })
attempt('cookies', function () { return document.cookie })
attempt('storage', function () { return localStorage.length })
attempt('top address', function () { return top.location.href })
attempt('top navigation', function () { top.location = location.protocol + '//' + location.host + '/en/about'; return 'sent' })
attempt('popup', function () { var w = window.open('/en/account'); if (!w) throw 1; return w })
function ask(what, address, options) {
  fetch(address, options).then(function (r) { return r.text() }).then(function (t) { say(what, 'reached ' + t.slice(0, 40)) }, function () { say(what, 'refused') })
}
ask('own account', '/en/account', { credentials: 'include' })
ask('a form of the service', '/en/sign-out', { method: 'POST', credentials: 'include', mode: 'no-cors' })
ask('another site', 'https://example.com/?stolen=1', { mode: 'no-cors' })
// Messages that look like the player's own, without the opening's name.
parent.postMessage({ waymark: '', kind: 'record', at: 'commit', record: { completion: 'completed', success: 'passed', seconds: 1, data: {} } }, '*')`
  return {
    'imsmanifest.xml': manifest12([{ id: 'bad', title: 'The curious lesson' }], { title: 'Curious' }),
    'bad.html': page('The curious lesson', '<ul id="out"></ul><p id="end"></p><script src="bad.js"></script>'),
    'bad.js': script,
  }
}
