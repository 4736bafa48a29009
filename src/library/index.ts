export type { ShownAnswer } from './answers.tsx'
export { indexAnswer, indexRelease } from './index-release.ts'
export {
  BodyText,
  FurtherReading,
  LessonList,
  LessonNav,
  LessonPlace,
  LessonText,
  type LessonTextProps,
} from './lesson-parts.tsx'
export { libraryRoutes } from './routes.ts'
