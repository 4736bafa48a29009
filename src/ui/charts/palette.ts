/** The colours of charts and documents: one accent, a second tone for the second facet, no red, nothing by colour alone. */
export const palette = {
  spruce: '#1f5a4a',
  ochre: '#b8741a',
  slate: '#4a5f8a',
  ink: '#1d2a26',
  muted: '#5b6b65',
  line: '#d5ddd8',
  wash: '#eef3f0',
  paper: '#fbfaf7',
  white: '#ffffff',
} as const

/** One colour for each facet, in the order of the pack; the shape differs as well (see `marks.ts`). */
export const facetColours = [palette.spruce, palette.ochre, palette.slate] as const

/** The family of documents first, then what the reader's device has. */
export const chartFont = 'BC Sans, system-ui, -apple-system, Segoe UI, Noto Sans, sans-serif'
