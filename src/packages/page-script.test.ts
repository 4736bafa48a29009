import { expect, test } from 'vitest'
import { contentToken, learnerId, readContentToken } from './content-token.ts'
import { withScript } from './page-script.ts'

const script = { src: '/assets/x.js', launch: { name: 'É "<&' } }
const element = '<script src="/assets/x.js" data-launch="{&#34;name&#34;:&#34;&#201; \\&#34;&#60;&#38;&#34;}"></script>'
const put = (page: string | Buffer) => {
  const { body, charset } = withScript(Buffer.from(page), script)
  return { text: body.toString('latin1').replace(element, '§'), charset }
}

test('the script stands first in the head, whatever stands before it', () => {
  expect(put('<!DOCTYPE html><html lang="en"><head><title>A').text).toBe(
    '<!DOCTYPE html><html lang="en"><head>§<title>A',
  )
  expect(put('<!-- <head> --><HTML>\n<!--[if IE]><head><![endif]-->\n<HEAD profile="a>b"><script>').text).toBe(
    '<!-- <head> --><HTML>\n<!--[if IE]><head><![endif]-->\n<HEAD profile="a>b">§<script>',
  )
  expect(put('<?xml version="1.0"?>\n<html xmlns="x"><head/>').text).toContain('<html xmlns="x">§')
})

test('where a page has no head, the script stands where one would begin', () => {
  expect(put('<html><frameset cols="*"><frame src="a.html"></frameset></html>').text).toBe(
    '<html>§<frameset cols="*"><frame src="a.html"></frameset></html>',
  )
  expect(put('<p>Hi').text).toBe('§<p>Hi')
  expect(put('<header>x</header>').text).toBe('§<header>x</header>')
  expect(put('').text).toBe('§')
})

test('the page’s own encoding is announced', () => {
  expect(put('<meta charset="ISO-8859-1">').charset).toBe('iso-8859-1')
  expect(put('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">').charset).toBe('windows-1252')
  expect(put('<p>é').charset).toBe('utf-8')
  expect(put(Buffer.from('<p>é', 'latin1')).charset).toBe('windows-1252')
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html><head>é', 'utf16le')])
  const { body, charset } = withScript(wide, script)
  expect(charset).toBe('utf-8')
  expect(body.toString()).toContain(`<head>${element}é`)
})

test('an address of content is for one opening and some time, and cannot be changed', () => {
  const ticket = { versionId: 'v', personId: 'p', unit: 2, session: 'abcdefgh', expires: 1000 }
  const token = contentToken('secret', ticket)
  expect(token).toMatch(/^[\w-]+\.[\w-]+$/)
  expect(readContentToken('secret', token, new Date(999))).toEqual(ticket)
  expect(readContentToken('secret', token, new Date(1000))).toBeUndefined()
  expect(readContentToken('other', token, new Date(0))).toBeUndefined()
  const [, signature] = token.split('.')
  const changed = Buffer.from('v q 2 abcdefgh 99999').toString('base64url')
  expect(readContentToken('secret', `${changed}.${signature}`, new Date(0))).toBeUndefined()
  for (const broken of ['', '.', 'a.b', `${token}x`])
    expect(readContentToken('secret', broken, new Date(0))).toBeUndefined()
  expect(learnerId('secret', 'p', 'one')).not.toBe(learnerId('secret', 'p', 'two'))
})
