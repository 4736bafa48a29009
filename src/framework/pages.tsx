import { facetNumber } from '../content/names.ts'
import type { Component, Domain, Facet, Item, Pack } from '../content/schema.ts'
import { say, wordingOf } from '../content/text.ts'
import { onDevice, paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { Examples } from '../ui/examples.tsx'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { uiMessages } from '../ui/messages.ts'
import { ReviewMark, Say } from '../ui/parts.tsx'
import { frameworkMessages } from './messages.ts'

type PageProps = { language: Language; pack: Pack; asset: AssetUrl }

/** The whole framework on one page: domains, their components, and what the levels mean. */
export function FrameworkPage({ language, pack, asset }: PageProps) {
  const t = frameworkMessages[language]
  return (
    <Layout
      language={language}
      path={paths.framework(language)}
      title={t.title}
      description={t.description}
      section="framework"
      asset={asset}
    >
      <h1>{t.title}</h1>
      <p class="lead">{t.lead(pack.domains.length, pack.components.length)}</p>
      {pack.domains.map((domain) => (
        <section>
          <h2>
            <a href={paths.domain(language, domain.id)}>
              <Say text={domain.name} language={language} />
            </a>
          </h2>
          <p>
            <Say text={domain.definition} language={language} />
          </p>
          <ComponentList language={language} components={inDomain(pack, domain)} />
        </section>
      ))}
      <h2>{t.levelsTitle}</h2>
      <p>{t.levelsLead}</p>
      {pack.facets.map((facet) => (
        <ScaleOf pack={pack} facet={facet} language={language} />
      ))}
    </Layout>
  )
}

/** One domain: its components with definition and reason. */
export function DomainPage({ language, pack, asset, domain }: PageProps & { domain: Domain }) {
  const t = frameworkMessages[language]
  const name = say(domain.name, language).text
  return (
    <Layout
      language={language}
      path={paths.domain(language, domain.id)}
      title={name}
      description={say(domain.definition, language).text}
      section="framework"
      asset={asset}
    >
      <p class="crumb">
        <a href={paths.framework(language)}>{t.title}</a>
      </p>
      <h1>
        <Say text={domain.name} language={language} />
      </h1>
      <p class="lead">
        <Say text={domain.definition} language={language} />
      </p>
      <ComponentList language={language} components={inDomain(pack, domain)} withWhy />
      <Serves language={language} pack={pack} ids={domain.serves} />
    </Layout>
  )
}

type ComponentPageProps = PageProps & { domain: Domain; component: Component; items: Item[] }

/** One component: definition, levels in words, examples, evidence, neighbours, and what to learn it with. */
export function ComponentPage({ language, pack, asset, domain, component, items }: ComponentPageProps) {
  const t = frameworkMessages[language]
  const [first, ...others] = pack.variants
  return (
    <Layout
      language={language}
      path={paths.component(language, domain.id, component.id)}
      title={say(component.name, language).text}
      description={say(component.definition, language).text}
      section="framework"
      asset={asset}
    >
      <p class="crumb">
        <a href={paths.domain(language, domain.id)}>
          <Say text={domain.name} language={language} />
        </a>
      </p>
      <h1>
        <Say text={component.name} language={language} />
      </h1>
      <p class="lead">
        <Say text={component.definition} language={language} />
      </p>
      <ReviewMark review={component.review} language={language} />
      {pack.facets.map((facet) => (
        <Levels pack={pack} facet={facet} component={component} variant={first?.id ?? ''} language={language} />
      ))}
      {others
        .filter((variant) => component.variants[variant.id] !== undefined)
        .map((variant) => (
          <details>
            <summary>
              {t.otherWording}
              {uiMessages[language].colon}
              <Say text={variant.name} language={language} />
            </summary>
            {pack.facets.map((facet) => (
              <Levels pack={pack} facet={facet} component={component} variant={variant.id} language={language} />
            ))}
          </details>
        ))}
      <h2>{t.whyTitle}</h2>
      <p>
        <Say text={component.why} language={language} />
      </p>
      <h2>{t.examplesTitle}</h2>
      <Examples component={component} language={language} />
      <h2>{t.evidenceTitle}</h2>
      <ul>
        {component.evidence.map((text) => (
          <li>
            <Say text={text} language={language} />
          </li>
        ))}
      </ul>
      <Neighbours
        title={t.enablesTitle}
        language={language}
        components={pack.components.filter((candidate) => component.enables.includes(candidate.id))}
      />
      <Neighbours
        title={t.enabledByTitle}
        language={language}
        components={pack.components.filter((candidate) => candidate.enables.includes(component.id))}
      />
      {items.length > 0 && <h2>{t.itemsTitle}</h2>}
      <ul>
        {items.map((item) => (
          <li>
            <a href={paths.item(language, item.id)}>
              <Say text={item.title} language={language} />
            </a>
          </li>
        ))}
      </ul>
      <Serves language={language} pack={pack} ids={component.serves} />
      <p class="actions">
        <a class="button second" href={paths.question(language, onDevice, component.id)}>
          {t.openSelfCheck}
        </a>
      </p>
      <p class="meta">
        {t.rubricVersion} {component.rubricVersion}
      </p>
    </Layout>
  )
}

const inDomain = (pack: Pack, domain: Domain) => pack.components.filter((component) => component.domain === domain.id)

function ComponentList(props: { language: Language; components: Component[]; withWhy?: boolean }) {
  const { language } = props
  const Heading = props.withWhy ? 'h2' : 'h3'
  return (
    <ul class="rows">
      {props.components.map((component) => (
        <li>
          <Heading class="row-title">
            <a href={paths.component(language, component.domain, component.id)}>
              <Say text={component.name} language={language} />
            </a>
          </Heading>
          <p>
            <Say text={component.definition} language={language} />
          </p>
          {props.withWhy && (
            <p class="quiet">
              <Say text={component.why} language={language} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Levels(props: { pack: Pack; facet: Facet; component: Component; variant: string; language: Language }) {
  const { pack, facet, language } = props
  const descriptors = wordingOf(props.component, props.variant, facet.id)
  return (
    <section>
      <h2>
        <Say text={facet.name} language={language} />
      </h2>
      <ol class={`levels facet-${facetNumber(pack, facet.id)}`}>
        {facet.levels.map((level) => {
          const descriptor = descriptors.find((candidate) => candidate.level === level.level)
          return (
            <li>
              <span class="name">
                <Say text={level.name} language={language} />
              </span>
              <span>{descriptor && <Say text={descriptor.text} language={language} />}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function ScaleOf({ pack, facet, language }: { pack: Pack; facet: Facet; language: Language }) {
  return (
    <section>
      <h3>
        <Say text={facet.name} language={language} />
      </h3>
      <p>
        <Say text={facet.meaning} language={language} />
      </p>
      <ol class={`levels facet-${facetNumber(pack, facet.id)}`}>
        {facet.levels.map((level) => (
          <li>
            <span class="name">
              <Say text={level.name} language={language} />
            </span>
            <span>
              <Say text={level.meaning} language={language} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Neighbours(props: { title: string; language: Language; components: Component[] }) {
  if (props.components.length === 0) return null
  return (
    <section>
      <h2>{props.title}</h2>
      <ul>
        {props.components.map((component) => (
          <li>
            <a href={paths.component(props.language, component.domain, component.id)}>
              <Say text={component.name} language={props.language} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Serves({ language, pack, ids }: { language: Language; pack: Pack; ids: string[] }) {
  const t = frameworkMessages[language]
  return (
    <section>
      <h2>{t.servesTitle}</h2>
      <ul>
        {pack.characteristics
          .filter((characteristic) => ids.includes(characteristic.id))
          .map((characteristic) => (
            <li>
              <Say text={characteristic.name} language={language} />
            </li>
          ))}
      </ul>
    </section>
  )
}
