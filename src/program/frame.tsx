import type { Child } from 'hono/jsx'
import type { Standing } from '../domain/access.ts'
import type { ProgramPart } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { Layout } from '../ui/layout.tsx'
import { ProgramMenu } from '../ui/program-menu.tsx'

/** Every page of the program; its menu shows what this person may do. */
export function ProgramFrame(props: {
  frame: Frame
  standing: Standing
  part?: ProgramPart
  title: string
  wide?: boolean
  children: Child
}) {
  const { frame, standing, part, title } = props
  return (
    <Layout {...frame} title={title} section="program" {...(props.wide ? { wide: true } : {})}>
      <ProgramMenu language={frame.language} standing={standing} part={part} />
      <h1>{title}</h1>
      {props.children}
    </Layout>
  )
}
