import type { Pack } from '../content/schema.ts'
import { onDevice, paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import type { Chart } from '../ui/charts/index.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { Figure, Say } from '../ui/parts.tsx'
import { welcomeMessages } from './messages.ts'

type HomeProps = { language: Language; pack: Pack; asset: AssetUrl; picture: { wide: Chart; narrow: Chart } }

/** What Waymark is, for whom, and the one thing to do first. */
export function HomePage({ language, pack, asset, picture }: HomeProps) {
  const t = welcomeMessages[language]
  const variant = pack.variants[0]?.id ?? ''
  return (
    <Layout
      language={language}
      path={paths.home(language)}
      title={t.homeTitle}
      description={t.homeDescription}
      asset={asset}
    >
      <h1>{t.homeTitle}</h1>
      <p class="lead">{t.homeLead}</p>
      <p class="actions">
        <a class="button" href={paths.selfCheck(language, onDevice)}>
          {t.start}
        </a>
        <a href={paths.questionnaire(language, 'short', variant)}>{t.paper} (PDF)</a>
      </p>
      <p class="quiet">{t.startHint}</p>
      <Figure chart={picture.wide} narrow={picture.narrow} language={language} caption={t.pictureCaption} />
      <h2>{t.stepsTitle}</h2>
      <ol>
        {t.steps.map((step) => (
          <li>
            <strong>{step.title}.</strong> {step.text}
          </li>
        ))}
      </ol>
      <h2>{t.openTitle}</h2>
      <Characteristics language={language} pack={pack} />
      <p>
        <a href={paths.about(language)}>{t.openMore}</a>
      </p>
      <h2 id="privacy">{t.privacyTitle}</h2>
      {t.privacy.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </Layout>
  )
}

/** The characteristics the framework serves, each linked to its components. */
export function Characteristics({ language, pack }: { language: Language; pack: Pack }) {
  const t = welcomeMessages[language]
  return (
    <ul class="rows">
      {pack.characteristics.map((characteristic) => (
        <li>
          <h3>
            <Say text={characteristic.name} language={language} />
          </h3>
          <p>
            <Say text={characteristic.text} language={language} />
          </p>
          <details>
            <summary>{t.servedBy}</summary>
            <ul>
              {pack.components
                .filter((component) => component.serves.includes(characteristic.id))
                .map((component) => (
                  <li>
                    <a href={paths.component(language, component.domain, component.id)}>
                      <Say text={component.name} language={language} />
                    </a>
                  </li>
                ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  )
}
