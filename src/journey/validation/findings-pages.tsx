import { componentName, facetInSentence, levelName } from '../../content/names.ts'
import { type AgendaItem, componentsOf, decisions } from '../../domain/validation-agenda.ts'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { formatLevel } from '../../ui/charts/numbers.ts'
import { TextArea } from '../../ui/fields.tsx'
import { Choices, Say } from '../../ui/parts.tsx'
import { agendaAbout, agendaSentence, agendaWords } from '../../ui/words/agenda.ts'
import { resultWords } from '../../ui/words/results.ts'
import type { Entry, FindingDecision } from './entries.ts'
import type { Validation } from './load.ts'
import { validationMessages } from './messages.ts'
import { BlockForm, BlockPage, type BlockProps, Described, errorOf, momentIn, ReasonField, WhoField } from './parts.tsx'

/** The agenda: every finding and priority with what was decided. */
export function FindingsPage(props: BlockProps) {
  const { frame, place, v, writes } = props
  const { language } = frame
  const t = validationMessages[language]
  const words = agendaWords[language]
  const open = v.agenda.filter(({ id }) => !v.decided.findings.has(id))
  const kinds = [...new Set(v.agenda.map(({ kind }) => kind))]
  return (
    <BlockPage {...props} title={t.findingsTitle} lead={t.findingsLead} guideBlock="report-card">
      {v.agenda.length === 0 && <p>{t.noFindings}</p>}
      {kinds.map((kind) => (
        <section>
          <h2>{words.kinds[kind]}</h2>
          <ul class="rows">
            {v.agenda
              .filter((item) => item.kind === kind)
              .map((item) => {
                const decided = v.decided.findings.get(item.id)?.value.decision
                return (
                  <li>
                    <a href={paths.journey(language, place.journey.id, 'validation', 'findings', item.id)}>
                      {agendaAbout(item, v.pack, language)}
                    </a>{' '}
                    <span class={decided ? `decision ${decided}` : 'quiet'}>
                      {decided ? words.decisions[decided] : t.undecided}
                    </span>
                  </li>
                )
              })}
          </ul>
        </section>
      ))}
      {writes && open.length > 0 && (
        <form method="post" action={paths.journey(language, place.journey.id, 'validation', 'confirm-rest')}>
          {open.map(({ id }) => (
            <input type="hidden" name="items" value={id} />
          ))}
          <p class="hint">{t.confirmRestHint}</p>
          <p class="actions">
            <button type="submit" class="second">
              {t.confirmRest(open.length)}
            </button>
          </p>
        </form>
      )}
    </BlockPage>
  )
}

type FindingProps = BlockProps & { item: AgendaItem; value: FindingDecision | undefined; version: number }

/** One finding: what the answers say, a neutral question to open the talk, the decision, and what was said before. */
export function FindingPage(props: FindingProps) {
  const { frame, place, v, item, value, writes, errors } = props
  const { language } = frame
  const t = validationMessages[language]
  const words = agendaWords[language]
  const place1 = v.agenda.findIndex(({ id }) => id === item.id) + 1
  const domain = v.measured.components.find(({ component }) => component === componentsOf(item)[0])?.domain
  return (
    <BlockPage
      {...props}
      title={agendaAbout(item, v.pack, language)}
      lead={`${words.kinds[item.kind]} · ${t.itemOf(place1, v.agenda.length)}`}
      guideBlock={item.kind === 'different-views' ? 'different-views' : 'report-card'}
    >
      <p>
        <strong>{agendaSentence(item, v.pack, language)}</strong>
      </p>
      <h2>{t.whatItSays}</h2>
      <ul>{componentsOf(item).flatMap((component) => levelLines(v, component, language))}</ul>
      <h2>{t.prompt}</h2>
      <ul>
        {promptsFor(item, v).map((prompt) => (
          <li>
            <Say text={prompt} language={language} />
          </li>
        ))}
      </ul>
      <p class="quiet">{t.neverWho}</p>
      {domain && (
        <p>
          <a href={paths.journey(language, place.journey.id, 'validation', 'levels', domain)}>{t.toLevels}</a>
        </p>
      )}
      <BlockForm
        writes={props.writes}
        version={props.version}
        action={paths.journey(language, place.journey.id, 'validation', 'findings', item.id)}
      >
        <Choices
          name="decision"
          legend={t.decision}
          large
          error={errorOf(errors, 'decision')}
          choices={decisions.map((decision) => ({
            value: decision,
            label: words.decisions[decision],
            hint: t.decisionHints[decision],
            checked: value?.decision === decision,
          }))}
        />
        <TextArea
          name="wording"
          label={t.wording}
          hint={t.wordingHint}
          error={errorOf(errors, 'wording')}
          value={value?.wording ?? ''}
          rows={2}
          maxlength={4000}
        />
        <WhoField v={v} value={value?.by ?? ''} errors={errors} language={language} />
        <ReasonField value={value?.reason ?? ''} errors={errors} language={language} />
        {writes && (
          <p class="actions">
            <button type="submit" name="go" value="next">
              {t.saveAndNext}
            </button>
            <button type="submit" class="second">
              {t.save}
            </button>
          </p>
        )}
      </BlockForm>
      <History {...props} />
    </BlockPage>
  )
}

function History({ frame, v, item, timeZone }: FindingProps) {
  const { language } = frame
  const t = validationMessages[language]
  const entries: Entry[] = v.decided.history.get(`finding:${item.id}`) ?? []
  if (entries.length === 0) return null
  return (
    <section>
      <h2>{t.history}</h2>
      <ol class="history">
        {entries.toReversed().map((entry) => (
          <li>
            <p class="quiet">{t.version(entry.personName ?? t.somebody, momentIn(entry.at, timeZone, language))}</p>
            <Described entry={entry} v={v} language={language} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Questions that favour no side: those of the guide for views that differ, and the component's own. */
function promptsFor(item: AgendaItem, { guide, pack }: Validation) {
  const fromGuide =
    item.kind === 'different-views' ? guide.blocks.find(({ id }) => id === 'different-views') : undefined
  const component = pack.components.find(({ id }) => id === componentsOf(item)[0])
  const block = fromGuide ?? guide.blocks[0]
  return [...(block?.questions.slice(0, 1) ?? []), ...(component?.probes.slice(0, 2) ?? [])]
}

/** The levels of a component in words, as far as they are shown to the community. */
function levelLines(v: Validation, component: string, language: Language) {
  const found = v.measured.components.find((one) => one.component === component)
  const name = componentName(v.pack, component, language)
  return (found?.facets ?? []).map((facet) => {
    const definition = v.pack.facets.find(({ id }) => id === facet.facet)
    const said =
      facet.score !== undefined && facet.level !== undefined
        ? `${formatLevel(facet.score, language)} · ${levelName(definition, facet.level, language)}`
        : facet.status === 'scored'
          ? validationMessages[language].notShown
          : resultWords[language].statuses[facet.status]
    return (
      <li>
        {agendaWords[language].about(name, facetInSentence(v.pack, facet.facet, language))} – {said}
      </li>
    )
  })
}
