import type { Child } from 'hono/jsx'
import { may, type Standing } from '../domain/access.ts'
import type { Frame } from '../people/index.ts'
import { DeskMenu, type DeskPage as DeskPageName } from '../ui/desk-menu.tsx'
import { Layout } from '../ui/layout.tsx'
import { ProgramMenu } from '../ui/program-menu.tsx'

/** A page of the desk about support; management, which has no desk, finds the program's menu there. */
export function DeskPage(props: {
  frame: Frame
  standing: Standing
  page: DeskPageName
  title: string
  wide?: boolean
  children: Child
}) {
  const { frame, standing, title } = props
  const { language } = frame
  const hasDesk = may('desk.start', standing)
  return (
    <Layout {...frame} title={title} section={hasDesk ? 'desk' : 'program'} {...(props.wide ? { wide: true } : {})}>
      {hasDesk ? (
        <DeskMenu language={language} standing={standing} page={props.page} />
      ) : (
        <ProgramMenu language={language} standing={standing} part="support" />
      )}
      <h1>{title}</h1>
      {props.children}
    </Layout>
  )
}
