import { question } from './self-check/question.ts'
import { run } from './self-check/run.ts'

void run({ question })
