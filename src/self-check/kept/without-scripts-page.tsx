import { onDevice, paths } from '../../paths.ts'
import { Layout } from '../../ui/layout.tsx'
import type { SelfCheckPageProps } from '../questions/shell.tsx'
import { keepingMessages } from './messages.ts'

/** Says plainly what changes when answers are kept on the server, before anything is kept. */
export function WithoutScriptsPage({ language, asset }: SelfCheckPageProps) {
  const t = keepingMessages[language]
  return (
    <Layout
      language={language}
      path={paths.withoutScripts(language)}
      title={t.withoutTitle}
      section="self-check"
      asset={asset}
    >
      <h1>{t.withoutTitle}</h1>
      <p class="lead">{t.withoutLead}</p>
      <h2>{t.whatTitle}</h2>
      <p>{t.what}</p>
      <h2>{t.whoTitle}</h2>
      <p>{t.who}</p>
      <h2>{t.howTitle}</h2>
      <p>{t.how}</p>
      <form method="post" action={paths.withoutScripts(language)}>
        <p class="actions">
          <button type="submit">{t.withoutStart}</button>
          <a href={paths.selfCheck(language, onDevice)}>{t.withoutBack}</a>
        </p>
      </form>
    </Layout>
  )
}
