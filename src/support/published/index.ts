export { listPublishedAnswers, type PublishedAnswer } from './store.ts'
