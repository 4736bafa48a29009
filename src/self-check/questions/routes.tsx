import { Hono } from 'hono'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { documentOf } from '../../ui/layout.tsx'
import { FilesPage } from '../kept/files-page.tsx'
import { ResumeLinkPage } from '../kept/pages.tsx'
import { ProfilePage } from './profile-page.tsx'
import { QuestionPage } from './question-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { SetUpPage } from './set-up-page.tsx'
import type { SelfCheckPageProps } from './shell.tsx'
import { StartPage } from './start-page.tsx'

/** The pages whose answers live on the device: the server sends the questions and never sees an answer. */
export function deviceRoutes({ pack, release, asset }: Omit<SelfCheckPageProps, 'language'>) {
  const common = (language: SelfCheckPageProps['language']) => ({ language, pack, release, asset })
  return new Hono<AppEnvironment>()
    .get('/self-check', (c) => c.html(documentOf(<StartPage {...common(c.var.language)} />)))
    .get('/self-check/profile', (c) => c.html(documentOf(<ProfilePage {...common(c.var.language)} />)))
    .get('/self-check/set-up', (c) => c.html(documentOf(<SetUpPage {...common(c.var.language)} />)))
    .get('/self-check/review', (c) => c.html(documentOf(<ReviewPage {...common(c.var.language)} />)))
    .get('/self-check/files', (c) => c.html(documentOf(<FilesPage {...common(c.var.language)} />)))
    .get('/self-check/resume-link', (c) => c.html(documentOf(<ResumeLinkPage {...common(c.var.language)} />)))
    .get('/self-check/:component', (c, next) => {
      const component = pack.components.find((candidate) => candidate.id === c.req.param('component'))
      if (component === undefined) return next()
      return c.html(documentOf(<QuestionPage {...common(c.var.language)} component={component} />))
    })
}
