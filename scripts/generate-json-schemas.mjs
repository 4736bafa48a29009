// Writes the JSON Schemas of the outputs into `docs/schemas/` from `src/documents/json-schema.ts`. Runs on the Node that strips types.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemaFiles } from '../src/documents/json-schema.ts'

const folder = join(import.meta.dirname, '..', 'docs', 'schemas')
mkdirSync(folder, { recursive: true })
for (const [file, text] of Object.entries(jsonSchemaFiles())) writeFileSync(join(folder, file), text)
