import { zipSync } from 'fflate'
import type { Language } from '../../platform/languages.ts'
import { refresherWords } from './words.ts'

type Words = (typeof refresherWords)['en']

const style = `body { margin: 0 auto; max-width: 38rem; padding: 1.5rem 1.25rem 3rem; font: 1.05rem/1.55 system-ui, sans-serif; color: #1d2a26 }
h1 { font-size: 1.5rem; line-height: 1.25 }
li, fieldset { margin-bottom: 0.6rem }
fieldset { border: 1px solid #767d7a; padding: 0.75rem 1rem }
legend { font-weight: 600; padding: 0 0.35rem }
label { display: block; padding: 0.3rem 0 }
.quiet { color: #55605c }
.note { border-left: 4px solid #1f6f54; padding-left: 0.75rem }
nav { display: flex; gap: 1rem; margin-top: 2rem }
a, button { color: #14553f; font: inherit }
a.go, button { display: inline-block; padding: 0.5rem 1rem; background: #14553f; color: #fff; border: 0; text-decoration: none; cursor: pointer }
:focus-visible { outline: 3px solid #b3541e; outline-offset: 2px }`

/** Talks to the service as SCORM 1.2 says: where the learner is, how long it took, and the result at the end. */
const script = `var api = (function (view) {
  for (var tries = 0; view && tries < 20; tries++) {
    try { if (view.API) return view.API } catch (error) { return null }
    if (view.parent === view) return null
    view = view.parent
  }
  return null
})(window)
var began = Date.now()
function set(name, value) { if (api) api.LMSSetValue(name, String(value)) }
function finish() {
  if (!api) return
  var seconds = Math.round((Date.now() - began) / 1000)
  var two = function (number) { return (number < 10 ? '0' : '') + number }
  set('cmi.core.session_time', two(Math.floor(seconds / 3600)) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60))
  api.LMSFinish('')
  api = null
}
if (api) {
  api.LMSInitialize('')
  var stopped = api.LMSGetValue('cmi.core.lesson_location')
  var resumes = api.LMSGetValue('cmi.core.entry') === 'resume' && api.LMSGetValue('cmi.core.lesson_status') === 'incomplete'
  var here = location.pathname.split('/').pop()
  // Opened anew: on to the page where the learner stopped. Back links carry a mark, so that they are followed.
  if (resumes && stopped && stopped !== here && document.body.dataset.first && !location.hash) location.replace(stopped)
  if (api.LMSGetValue('cmi.core.lesson_status') === 'not attempted') set('cmi.core.lesson_status', 'incomplete')
  set('cmi.core.lesson_location', here)
  api.LMSCommit('')
}
window.addEventListener('pagehide', finish)
var form = document.querySelector('form')
if (form) form.addEventListener('submit', function (event) {
  event.preventDefault()
  var fields = [].slice.call(form.querySelectorAll('fieldset'))
  var told = document.getElementById('result')
  var chosen = fields.map(function (field) { return field.querySelector('input:checked') })
  if (chosen.some(function (one) { return !one })) { told.textContent = form.dataset.missing; return }
  var right = 0
  fields.forEach(function (field, at) {
    var isRight = chosen[at].value === field.dataset.right
    if (isRight) right++
    field.querySelector('.why').textContent = (isRight ? form.dataset.right : form.dataset.other) + ' ' + field.dataset.why
  })
  var enough = right >= fields.length - 1
  told.textContent = form.dataset.result + ' ' + right + ' / ' + fields.length + '. ' + (enough ? form.dataset.passed : form.dataset.again)
  set('cmi.core.score.min', 0)
  set('cmi.core.score.max', 100)
  set('cmi.core.score.raw', Math.round(right * 100 / fields.length))
  if (enough) set('cmi.core.lesson_status', 'passed')
  if (api) api.LMSCommit('')
})`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function page(language: Language, title: string, body: string, isFirst = false): string {
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="stylesheet" href="style.css"></head>
<body${isFirst ? ' data-first="yes"' : ''}><main>${body}</main><script src="refresher.js"></script></body></html>
`
}

function readingPage(language: Language, words: Words, at: number): string {
  const { title, lead, points, more } = words.pages[at] ?? { title: '', lead: '', points: [], more: '' }
  const before = words.pages[at - 1]?.name
  const after = words.pages[at + 1]?.name ?? words.quiz.name
  return page(
    language,
    title,
    `${placeOf(words, at)}<h1>${escaped(title)}</h1><p>${escaped(lead)}</p>
<ul>${points.map((point) => `<li>${escaped(point)}</li>`).join('')}</ul>
<p class="note">${escaped(more)}</p>
<nav>${before ? `<a href="${before}#back">${escaped(words.back)}</a>` : ''}<a class="go" href="${after}">${escaped(words.next)}</a></nav>`,
    at === 0,
  )
}

function quizPage(language: Language, words: Words): string {
  const { quiz } = words
  const data = (['missing', 'right', 'other', 'result', 'passed', 'again'] as const)
    .map((name) => `data-${name}="${escaped(quiz[name])}"`)
    .join(' ')
  const questions = quiz.questions.map(
    ({ text, options, right, why }, number) =>
      `<fieldset data-right="${right}" data-why="${escaped(why)}"><legend>${escaped(text)}</legend>
${options.map((option, at) => `<label><input type="radio" name="q${number}" value="${at}"> ${escaped(option)}</label>`).join('\n')}
<p class="why quiet" aria-live="polite"></p></fieldset>`,
  )
  return page(
    language,
    quiz.title,
    `${placeOf(words, words.pages.length)}<h1>${escaped(quiz.title)}</h1><p>${escaped(quiz.lead)}</p>
<form ${data}>${questions.join('\n')}<button type="submit">${escaped(quiz.send)}</button></form>
<p id="result" class="note" role="status"></p>
<nav><a href="${words.pages.at(-1)?.name ?? ''}#back">${escaped(words.back)}</a></nav>`,
  )
}

function placeOf(words: Words, at: number): string {
  const place = words.page.replace('{n}', String(at + 1)).replace('{of}', String(words.pages.length + 1))
  return `<p class="quiet">${escaped(place)}</p>`
}

function manifest(language: Language, words: Words, files: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="privacy-refresher-${language}" version="1.0" xml:lang="${language}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="all"><organization identifier="all"><title>${escaped(words.title)}</title>
    <item identifier="refresher" identifierref="pages"><title>${escaped(words.title)}</title><adlcp:masteryscore>75</adlcp:masteryscore></item>
  </organization></organizations>
  <resources><resource identifier="pages" type="webcontent" adlcp:scormtype="sco" href="${files[0]}">
    ${files.map((file) => `<file href="${file}"/>`).join('')}
  </resource></resources>
</manifest>
`
}

/** A small course that a program could have bought elsewhere: SCORM 1.2, two pages to read and a short quiz, as a ZIP file. */
export function refresherPackage(language: Language): File {
  const words = refresherWords[language]
  const files: Record<string, string> = {
    ...Object.fromEntries(words.pages.map(({ name }, at) => [name, readingPage(language, words, at)])),
    [words.quiz.name]: quizPage(language, words),
    'style.css': style,
    'refresher.js': script,
  }
  const all = { 'imsmanifest.xml': manifest(language, words, Object.keys(files)), ...files }
  const bytes = Object.fromEntries(Object.entries(all).map(([name, text]) => [name, new TextEncoder().encode(text)]))
  const name = language === 'fr' ? 'rappel-vie-privee.zip' : 'privacy-refresher.zip'
  return new File([new Uint8Array(zipSync(bytes))], name, { type: 'application/zip' })
}
