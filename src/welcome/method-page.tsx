import type { Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { paths, ruleAnchor } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { longDate } from '../ui/dates.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { uiMessages } from '../ui/messages.ts'
import { Say } from '../ui/parts.tsx'
import { Prose } from '../ui/prose.tsx'
import { welcomeMessages } from './messages.ts'

type MethodProps = { language: Language; pack: Pack; release: string; asset: AssetUrl }

/** How every figure is worked out, what has not been tested yet, and which legal duties are known. */
export function MethodPage({ language, pack, release, asset }: MethodProps) {
  const t = welcomeMessages[language]
  return (
    <Layout
      language={language}
      path={paths.method(language)}
      title={t.methodTitle}
      description={t.methodDescription}
      section="method"
      asset={asset}
    >
      <h1>{t.methodTitle}</h1>
      <p class="lead">{t.methodLead}</p>
      <div class="note">
        <p>
          <strong>{t.cautionTitle}.</strong> <Say text={pack.caution} language={language} />
        </p>
      </div>
      <Prose text={pack.pages.method} language={language} />
      <h2>{t.rulesTitle}</h2>
      <p>{t.rulesLead}</p>
      <ul class="rows">
        {t.rules.map(({ number, text }) => (
          <li id={ruleAnchor(number)}>
            <strong>{number}</strong> {text}
          </li>
        ))}
      </ul>
      <Duties language={language} pack={pack} />
      <p class="meta">
        {t.release}
        {uiMessages[language].colon}
        <Say text={pack.name} language={language} /> {pack.version}, <code>{release.slice(0, 12)}</code>
      </p>
    </Layout>
  )
}

function Duties({ language, pack }: { language: Language; pack: Pack }) {
  const t = welcomeMessages[language]
  if (pack.duties.length === 0) return null
  const places = new Map(
    pack.profile.find((question) => question.id === 'jurisdiction')?.options.map((option) => [option.id, option.label]),
  )
  return (
    <>
      <h2>{t.dutiesTitle}</h2>
      <p>{t.dutiesLead}</p>
      <ul class="rows">
        {pack.duties.map((duty) => {
          const component = pack.components.find((candidate) => candidate.id === duty.component)
          const where = duty.jurisdictions.map((place) => {
            const label = places.get(place)
            return label ? say(label, language).text : place
          })
          return (
            <li>
              <h3>{[component ? say(component.name, language).text : duty.component, ...where].join(', ')}</h3>
              <p>
                <Say text={duty.text} language={language} />
              </p>
              <p class="quiet">
                {t.dutySource}
                {uiMessages[language].colon}
                <a href={duty.source.url}>
                  <Say text={duty.source.title} language={language} />
                </a>
                . {t.dutyChecked(longDate(duty.checkedOn, language))}
              </p>
            </li>
          )
        })}
      </ul>
    </>
  )
}
