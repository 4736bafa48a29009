import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import type { PostedForm } from '../../platform/web/posted-form.ts'
import { type AssetUrl, Layout } from '../../ui/layout.tsx'
import { accessMessages } from './messages.ts'

/** A form that was sent after the session had ended: what was typed waits here until the person has signed in again. */
export function SignedOutPage(props: { language: Language; path: string; asset: AssetUrl; form: PostedForm }) {
  const { language, path, asset, form } = props
  const t = accessMessages[language]
  const fields = Object.entries(form).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value: typeof value === 'string' ? value : undefined })),
  )
  const lostFile = fields.some(({ value }) => value === undefined)
  return (
    <Layout language={language} path={path} title={t.signedOutTitle} asset={asset} hidden noSwitch>
      <h1>{t.signedOutTitle}</h1>
      <p>{t.signedOutText}</p>
      <ol>
        <li>
          <a href={paths.signIn(language)} target="_blank" rel="noopener">
            {t.signInElsewhere}
          </a>
        </li>
        <li>{t.comeBack}</li>
      </ol>
      {lostFile && <p class="note">{t.chooseFileAgain}</p>}
      <form method="post" action={path}>
        {fields.map(({ name, value }) =>
          value === undefined ? null : <input type="hidden" name={name} value={value} />,
        )}
        <button type="submit">{t.sendAgain}</button>
      </form>
    </Layout>
  )
}
