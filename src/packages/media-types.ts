/** What a browser is told a file of a package is, by its ending. What is not here is bytes that nothing runs or shows. */
const mediaTypes: Record<string, string> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css',
  json: 'application/json',
  xml: 'text/xml',
  xsd: 'text/xml',
  dtd: 'text/plain',
  txt: 'text/plain',
  csv: 'text/csv',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'text/plain',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  cur: 'image/x-icon',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  eot: 'application/vnd.ms-fontobject',
  wasm: 'application/wasm',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  rtf: 'application/rtf',
  epub: 'application/epub+zip',
}

/** Endings of files that say something by themselves, without the package around them. */
const readableAlone = new Set(
  'pdf doc docx xls xlsx ppt pptx odt ods odp rtf epub txt csv mp3 m4a ogg oga wav mp4 m4v webm ogv'.split(' '),
)

const endingOf = (path: string) => /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? ''

export function mediaTypeOf(path: string): string {
  return mediaTypes[endingOf(path)] ?? 'application/octet-stream'
}

/** Whether a browser opens the file as a page, which may look for the service. */
export function isPage(path: string): boolean {
  return ['html', 'htm', 'xhtml'].includes(endingOf(path))
}

/** Whether the file is of use to someone whose browser does not play the package. */
export function isReadableAlone(path: string): boolean {
  return readableAlone.has(endingOf(path))
}
