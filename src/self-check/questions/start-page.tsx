import type { Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import { onDevice, paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { Say } from '../../ui/parts.tsx'
import { selfCheckMessages } from './messages.ts'
import { minutesOf, SelfCheckPage, type SelfCheckPageProps } from './shell.tsx'

/** What the self-check is, and the way in, back in, and out. */
export function StartPage(props: SelfCheckPageProps) {
  const { language, pack } = props
  const t = selfCheckMessages[language]
  const colon = language === 'fr' ? '\u00A0: ' : ': '
  return (
    <SelfCheckPage
      {...props}
      at={paths.selfCheck}
      title={t.title}
      description={t.description}
      script={{ page: 'start', words: { goOnCount: t.goOnCount }, pack: true }}
    >
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p class="note" role="status" id="erased" hidden>
        {t.erased}
      </p>
      <div class="note amber" id="unreadable" hidden>
        <p>{t.unreadable}</p>
        <p>
          <button type="button" class="second" id="unreadable-download">
            {t.unreadableDownload}
          </button>
        </p>
      </div>
      <div id="fresh">
        <p class="actions">
          <a class="button" href={paths.profile(language, onDevice)}>
            {t.start}
          </a>
        </p>
        <p class="quiet">{t.startHint}</p>
      </div>
      <div id="begun" hidden>
        <p class="actions">
          <a
            class="button"
            id="go-on"
            data-to={paths.selfCheck(language, onDevice)}
            href={paths.review(language, onDevice)}
          >
            {t.goOn}
          </a>
          <span id="go-on-count" />
        </p>
        <ul>
          <li>
            <a href={paths.review(language, onDevice)}>{t.reviewLink}</a>
          </li>
          <li>
            <a href={paths.reportCard(language, onDevice)}>{t.reportLink}</a>
          </li>
          <li>
            <a href={paths.plan(language, onDevice)}>{t.planLink}</a>
          </li>
          <li>
            <a href={paths.profile(language, onDevice)}>{t.changeProfile}</a>
          </li>
        </ul>
      </div>
      <dl class="facts about-self-check">
        <dt>{t.timeTitle}</dt>
        <dd>{t.time(t.minutes(minutesOf(pack, 'short')), t.minutes(minutesOf(pack, 'full')))}</dd>
        <dt>{t.getTitle}</dt>
        <dd>{t.get}</dd>
        <dt>{t.privacyTitle}</dt>
        <dd>{t.privacy}</dd>
      </dl>
      <h2>{t.otherTitle}</h2>
      <ul>
        <li id="saved-link" hidden>
          <a href={paths.compare(language)}>{t.saved}</a> <span class="quiet">{t.savedHint}</span>
        </li>
        <li id="elsewhere-link" hidden>
          <a href={paths.resumeLink(language)}>{t.elsewhere}</a>
        </li>
        <li>
          <a href={paths.files(language, onDevice)}>{t.files}</a>
        </li>
        <li>
          <a href={paths.withoutScripts(language)}>{t.withoutScripts}</a>
        </li>
        <li>
          {t.paper}
          <ul>
            {pack.variants.map((variant) => (
              <li>
                <Say text={variant.name} language={language} />
                {colon}
                <PaperLink language={language} form="short" variant={variant} />,{' '}
                <PaperLink language={language} form="full" variant={variant} />
              </li>
            ))}
          </ul>
        </li>
      </ul>
      <section id="erase" hidden>
        <h2>{t.eraseTitle}</h2>
        <p>
          <button type="button" class="second" id="erase-open" aria-expanded="false" aria-controls="erase-ask">
            {t.erase}
          </button>
        </p>
        <div class="note amber" id="erase-ask" tabindex={-1} hidden>
          <p>{t.eraseAsk}</p>
          <p class="actions">
            <button type="button" id="erase-yes">
              {t.eraseYes}
            </button>
            <button type="button" class="second" id="erase-no">
              {t.eraseNo}
            </button>
            <a href={paths.files(language, onDevice)}>{t.files}</a>
          </p>
        </div>
      </section>
    </SelfCheckPage>
  )
}

type PaperProps = { language: Language; form: 'short' | 'full'; variant: Pack['variants'][number] }

/** A questionnaire to print; read alone, the link says of which wording. */
function PaperLink({ language, form, variant }: PaperProps) {
  const name = selfCheckMessages[language].paperForms[form]
  return (
    <a
      href={paths.questionnaire(language, form, variant.id)}
      aria-label={`${name}, ${say(variant.name, language).text}`}
    >
      {name}
    </a>
  )
}
