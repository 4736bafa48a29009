import { componentName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { onDevice, paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { type AssetUrl, Layout } from '../../ui/layout.tsx'
import type { TooLong } from '../record/sent-record.ts'
import { resultsMessages } from './messages.ts'

type TooLongProps = { language: Language; asset: AssetUrl; pack: Pack; tooLong: TooLong[] }

/** Says which texts of a sent self-check are too long, each with the way to it. */
export function TooLongPage({ language, asset, pack, tooLong }: TooLongProps) {
  const t = resultsMessages[language]
  return (
    <Layout
      language={language}
      path={paths.reportCard(language, onDevice)}
      title={t.tooLongTitle}
      section="self-check"
      asset={asset}
      hidden
    >
      <h1>{t.tooLongTitle}</h1>
      <p class="lead">{t.tooLongLead}</p>
      <ul>
        {tooLong.map((one) => (
          <li>
            <a
              href={
                one.component === undefined
                  ? paths.files(language, onDevice)
                  : paths.question(language, onDevice, one.component)
              }
            >
              {sayTooLong(one, pack, language)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.reportCard(language, onDevice)}>{t.reportCardTitle}</a>
      </p>
    </Layout>
  )
}

/** Where a text is too long, and how long it may be. */
export function sayTooLong({ component, part, most }: TooLong, pack: Pack, language: Language): string {
  const t = resultsMessages[language]
  const place = component === undefined ? t.wholeFile : componentName(pack, component, language)
  return t.tooLongAt(place, t.textParts[part], most)
}
