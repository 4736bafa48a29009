/**
 * The components that are asked, in order: those of the form, with any other that has an answer or is open now. While nothing says
 * which form, it is the short one.
 */
export function askedOf<C extends { id: string; core: boolean }>(
  components: readonly C[],
  given: { form: 'short' | 'full' | undefined; hasAnswer: (id: string) => boolean; current?: string },
): C[] {
  const { form, hasAnswer, current } = given
  return components.filter(({ id, core }) => form === 'full' || core || id === current || hasAnswer(id))
}
