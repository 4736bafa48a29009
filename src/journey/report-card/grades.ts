/** How well an answer is shown to hold: said, described, or seen by the advisor (Method 4.2). */
export const evidenceGrades = ['stated', 'described', 'seen'] as const

export type EvidenceGrade = (typeof evidenceGrades)[number]
