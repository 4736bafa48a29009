import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { CourseFileSchema, TemplateFileSchema } from './body-schema.ts'
import { OverlayFileSchema } from './overlay.ts'

const schemas = {
  'course.yaml': CourseFileSchema,
  'template.yaml': TemplateFileSchema,
  'overlay.yaml': OverlayFileSchema,
}

test('the examples of the guide for authors are what the schema takes', async () => {
  const guide = await readFile('docs/content-guide.md', 'utf8')
  const examples = [...guide.matchAll(/```yaml\n# (\S+)\n(.*?)```/gs)].map(([, file = '', text = '']) => ({
    file,
    text,
  }))
  expect(examples.map(({ file }) => file)).toEqual(Object.keys(schemas))
  for (const { file, text } of examples) {
    const outcome = schemas[file as keyof typeof schemas].safeParse(parse(text))
    expect(outcome.error?.issues ?? [], file).toEqual([])
  }
})
