import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { documentFonts } from './fonts.ts'

let fontFiles: string[] | undefined

/**
 * Draws an SVG chart as a PNG for programs that cannot show SVG, on white, with the documents' own family.
 *
 * @param width of the picture in pixels; the height follows
 */
export function pngFromSvg(svg: string, width: number): Buffer {
  fontFiles ??= writeFonts()
  const image = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: width },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'BC Sans' },
  })
  return image.render().asPng()
}

/** The drawing library takes fonts as files only, so the unpacked ones are written once for each process. */
function writeFonts(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-fonts-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return documentFonts().map((font, index) => {
    const file = join(folder, `${index}.ttf`)
    writeFileSync(file, font)
    return file
  })
}
