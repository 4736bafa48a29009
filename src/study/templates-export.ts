import type { ExportPart } from '../journey/record/index.ts'
import { listTemplatesNow } from './template-store.ts'

const file = 'templates.json'

/** Templates that a community filled in, as data, in its export. Their files are among the community's files. */
export const templatesExport: ExportPart = {
  async collect(tx, asked) {
    const templates = await listTemplatesNow(tx, asked)
    if (templates.length === 0) return []
    const rows = templates.map((template) => ({
      template: template.item,
      name: template.name,
      version: template.version,
      language: template.language,
      release: template.release,
      updatedAt: template.updatedAt.toISOString(),
      values: template.values,
    }))
    return [{ name: 'templates.json', content: `${JSON.stringify({ templates: rows }, null, 2)}\n` }]
  },
  dictionary: [
    {
      file: `*${file}`,
      field: 'template',
      meaning: { en: 'Id of the template in the catalogue', fr: 'Identifiant du modèle au catalogue' },
    },
    {
      file: `*${file}`,
      field: 'name',
      meaning: { en: 'What the community calls it', fr: 'Le nom que la communauté lui donne' },
    },
    {
      file: `*${file}`,
      field: 'version',
      meaning: { en: 'How often it was saved', fr: 'Combien de fois il a été enregistré' },
    },
    { file: `*${file}`, field: 'language', meaning: { en: 'Language of its files', fr: 'Langue de ses fichiers' } },
    {
      file: `*${file}`,
      field: 'release',
      meaning: { en: 'Release of the content whose fields it has', fr: 'Édition du contenu dont il a les champs' },
    },
    {
      file: `*${file}`,
      field: 'updatedAt',
      meaning: {
        en: 'When it was last saved, in UTC',
        fr: 'Quand il a été enregistré la dernière fois, en temps universel',
      },
    },
    {
      file: `*${file}`,
      field: 'values',
      meaning: {
        en: 'What was filled in: field id and value',
        fr: 'Ce qui a été rempli\u00a0: identifiant du champ et valeur',
      },
    },
  ],
}
