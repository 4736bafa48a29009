import type { ExportPart } from '../journey/record/index.ts'
import { writeCsv } from '../platform/csv.ts'

/** More than a community asks or books. */
const most = 20_000

const questionsFile = 'support-questions.csv'
const sessionsFile = 'support-sessions.csv'

/** Questions and sessions in a community's export. What someone asked in private is theirs alone and is not in it. */
export const supportExport: ExportPart = {
  async collect(tx, { communityId, journeyId }) {
    if (journeyId !== undefined) return []
    const messages = await tx
      .selectFrom('support_message as message')
      .innerJoin('support_question as question', 'question.id', 'message.question_id')
      .leftJoin('people_person as person', 'person.id', 'message.written_by')
      .select(['question.id', 'question.subject', 'question.item', 'question.component', 'question.state'])
      .select(['message.at', 'message.answers', 'message.body', 'person.name'])
      .where('question.community_id', '=', communityId)
      .where('question.private', '=', false)
      .orderBy('question.asked_at')
      .orderBy('question.id')
      .orderBy('message.at')
      .limit(most)
      .execute()
    const sessions = await tx
      .selectFrom('support_session as session')
      .leftJoin('people_person as host', 'host.id', 'session.host_id')
      .select(['session.starts_at', 'session.topic', 'session.item', 'session.state', 'session.hours', 'session.notes'])
      .select('host.name')
      .where('session.community_id', '=', communityId)
      .orderBy('session.starts_at')
      .limit(most)
      .execute()
    const files = []
    if (messages.length > 0) {
      const head = ['question', 'subject', 'item', 'component', 'state', 'at', 'kind', 'by', 'text']
      const rows = messages.map((row) => [
        row.id,
        row.subject,
        row.item ?? '',
        row.component ?? '',
        row.state,
        row.at.toISOString(),
        row.answers ? 'answer' : 'question',
        row.name ?? '',
        row.body,
      ])
      files.push({ name: questionsFile, content: writeCsv(head, rows) })
    }
    if (sessions.length > 0) {
      const head = ['at', 'topic', 'item', 'host', 'state', 'hours', 'notes']
      const rows = sessions.map((row) => [
        row.starts_at.toISOString(),
        row.topic,
        row.item ?? '',
        row.name ?? '',
        row.state,
        row.hours ?? '',
        row.notes,
      ])
      files.push({ name: sessionsFile, content: writeCsv(head, rows) })
    }
    return files
  },
  dictionary: [
    entry(questionsFile, 'question', 'Which question the line belongs to', 'À quelle question la ligne appartient'),
    entry(questionsFile, 'subject', 'The question in one line', 'La question en une ligne'),
    entry(questionsFile, 'item', 'Catalogue item it is about', 'Élément du catalogue dont il s’agit'),
    entry(questionsFile, 'component', 'Component it is about', 'Composante dont il s’agit'),
    entry(
      questionsFile,
      'state',
      'Where the question stands: open, answered, follow-up or closed',
      'Où en est la question\u00a0: ouverte, répondue, à suivre ou close',
    ),
    entry(questionsFile, 'at', 'When, in UTC', 'Quand, en temps universel'),
    entry(
      questionsFile,
      'kind',
      'Written by the community (question) or by whoever answers (answer)',
      'Écrit par la communauté (question) ou par la personne qui répond (answer)',
    ),
    entry(questionsFile, 'by', 'Who wrote it', 'Qui l’a écrit'),
    entry(questionsFile, 'text', 'What was written', 'Ce qui a été écrit'),
    entry(sessionsFile, 'at', 'When it begins, in UTC', 'Quand elle commence, en temps universel'),
    entry(sessionsFile, 'topic', 'What it is about', 'De quoi il s’agit'),
    entry(sessionsFile, 'item', 'Catalogue item it is about', 'Élément du catalogue dont il s’agit'),
    entry(sessionsFile, 'host', 'Who holds it', 'Qui la tient'),
    entry(sessionsFile, 'state', 'Booked, cancelled or held', 'Réservée, annulée ou tenue'),
    entry(sessionsFile, 'hours', 'Hours it took', 'Heures qu’elle a duré'),
    entry(sessionsFile, 'notes', 'Notes, shared with the community', 'Notes, partagées avec la communauté'),
  ],
}

function entry(file: string, field: string, en: string, fr: string) {
  return { file, field, meaning: { en, fr } }
}
