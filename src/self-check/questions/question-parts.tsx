import type { Child } from 'hono/jsx'
import type { Component } from '../../content/schema.ts'
import type { FieldError } from '../../ui/parts.tsx'
import type { ComponentAnswer } from '../record/record.ts'
import type { KeptProgress } from './progress.tsx'
import type { KeptPage, SelfCheckPageProps } from './shell.tsx'

/** The values of a question under a private link. */
export type KeptQuestion = KeptPage &
  KeptProgress & {
    answer: ComponentAnswer
    version: number
    variant: string
    errors: FieldError[]
    /** What was saved in the meantime by another window. */
    saved?: ComponentAnswer
  }

export type QuestionProps = SelfCheckPageProps & { component: Component; kept?: KeptQuestion }

/** What the fields of a question need, whoever asks it; without `kept` they carry no values. */
export type FieldsProps = Pick<QuestionProps, 'language' | 'pack' | 'component'> & {
  kept?: Pick<KeptQuestion, 'answer' | 'errors' | 'variant'>
}

/** Under a link the wording is known; on the device all are in the page and the script shows the right one. */
export function variantsShown({ pack, component, kept }: FieldsProps): string[] {
  if (kept) return [kept.variant]
  const [first, ...others] = pack.variants.map((variant) => variant.id)
  return [first ?? '', ...others.filter((id) => component.variants[id] !== undefined)]
}

/** One wording, or several of which the first shows until the script knows better. */
export function Wordings({ texts }: { texts: { variant: string; text: Child }[] }) {
  if (texts.length === 1) return <>{texts[0]?.text}</>
  return (
    <>
      {texts.map(({ variant, text }, index) => (
        <span data-variant={variant} hidden={index > 0}>
          {text}
        </span>
      ))}
    </>
  )
}
