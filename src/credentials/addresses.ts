/** Addresses inside credentials: the same in every language, and for as long as the installation keeps its own. */
export const addresses = {
  /** Who issues: also where the keys are. */
  issuer: (origin: string) => `${origin}/credentials/issuer`,
  credential: (origin: string, id: string) => `${origin}/credentials/${id}`,
  list: (origin: string, list: number) => `${origin}/credentials/status/${list}`,
  /** What a credential is for, whoever holds it. */
  achievement: (origin: string, kind: 'course' | 'pathway', id: string) =>
    `${origin}/id/${kind === 'course' ? 'item' : 'pathway'}/${id}`,
}
