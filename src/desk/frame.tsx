import type { Child } from 'hono/jsx'
import type { Standing } from '../domain/access.ts'
import type { Frame } from '../people/index.ts'
import { DeskMenu, type DeskPage } from '../ui/desk-menu.tsx'
import { Layout } from '../ui/layout.tsx'

/** Every page of the desk; its menu shows what this person may do. */
export function DeskFrame(props: {
  frame: Frame
  standing: Standing
  page?: DeskPage
  title: string
  wide?: boolean
  children: Child
}) {
  const { frame, standing, page, title } = props
  return (
    <Layout {...frame} title={title} section="desk" {...(props.wide ? { wide: true } : {})}>
      <DeskMenu language={frame.language} standing={standing} page={page} />
      <h1>{title}</h1>
      {props.children}
    </Layout>
  )
}
