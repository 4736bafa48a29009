import { paths } from '../../paths.ts'
import type { Frame, Place } from '../../people/index.ts'
import { Layout } from '../../ui/layout.tsx'
import { exportMessages } from './export-messages.ts'

/** What a community takes with it, what it does not, and the button. */
export function ExportPage({ frame, place }: { frame: Frame; place: Place }) {
  const { language } = frame
  const t = exportMessages[language]
  return (
    <Layout {...frame} title={`${t.title} · ${place.communityName}`} section="start">
      <p class="crumb">
        <a href={paths.community(language, place.communityId)}>{place.communityName}</a>
      </p>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <h2>{t.inside}</h2>
      <ul>
        {t.insideItems.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      <h2>{t.outside}</h2>
      <ul>
        {t.outsideItems.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      <form method="post" action={paths.community(language, place.communityId, 'export')}>
        <p class="actions">
          <button type="submit">{t.button}</button>
        </p>
        <p class="hint">{t.logged}</p>
      </form>
    </Layout>
  )
}
