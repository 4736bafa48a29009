import { html, raw } from 'hono/html'
import type Mailer from 'nodemailer/lib/mailer'
import { type Language, languages } from '../languages.ts'
import { isOptional } from './mail.ts'
import { mailFrame } from './messages.ts'
import type { KeptMail } from './store.ts'

/** What every message needs besides its own content. */
export type MailHead = {
  /** `Waymark <waymark@example.org>`. */
  from: string
  /** Where answers go; left out, to the sender. */
  replyTo?: string
  /** Absolute addresses for what stands under a message. */
  addresses: { unsubscribe(language: Language, token: string): string; account(language: Language): string }
}

/**
 * A message as a mail library takes it: the person's language, a line in the other one, plain text and simple HTML that say the
 * same. Tried again it is the same message, with the same Message-ID.
 */
export function composeMail(mail: KeptMail, head: MailHead): Mailer.Options {
  const t = mailFrame[mail.language]
  const other = languages.find((language) => language !== mail.language) ?? mail.language
  const unsubscribe = isOptional(mail.kind)
    ? head.addresses.unsubscribe(mail.language, mail.unsubscribeToken)
    : undefined
  const footer: { text: string; href?: string; language: Language }[] = [
    { text: t.sentBy, language: mail.language },
    ...(unsubscribe ? [{ text: t.whyOptional, href: unsubscribe, language: mail.language }] : []),
    ...(mail.to.personId
      ? [{ text: mailFrame[other].languageNote, href: head.addresses.account(other), language: other }]
      : []),
  ]
  const body = [...(mail.to.name ? [t.greeting(mail.to.name)] : []), ...mail.paragraphs]
  return {
    from: head.from,
    to: { name: mail.to.name ?? '', address: mail.to.address },
    ...(head.replyTo ? { replyTo: head.replyTo } : {}),
    subject: mail.subject,
    text: [
      ...body,
      ...(mail.link ? [`${mail.link.label}:\n${mail.link.href}`] : []),
      `-- \n${footer.map(({ text, href }) => (href ? `${text}\n${href}` : text)).join('\n\n')}`,
    ].join('\n\n'),
    html: htmlOf(mail, body, footer),
    messageId: `<${mail.id}@${domainOf(head.from)}>`,
    date: mail.createdAt,
    headers: {
      'Content-Language': mail.language,
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe
        ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
    attachments: (mail.attachments ?? []).map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(content, 'utf8'),
    })),
  }
}

function htmlOf(mail: KeptMail, body: string[], footer: { text: string; href?: string; language: Language }[]): string {
  const paragraph = 'margin:0 0 16px'
  const link =
    mail.link &&
    html`<p style="margin:24px 0"><a href="${mail.link.href}" style="display:inline-block;padding:12px 20px;background:#1f5a4a;color:#fff;font-weight:600;text-decoration:none;border-radius:6px">${mail.link.label}</a></p>`
  const page = html`<!doctype html>
<html lang="${mail.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${mail.subject}</title></head>
<body style="margin:0;padding:24px 16px;font:16px/1.55 sans-serif;color:#1d2a26">
<div style="max-width:36rem">
${body.map((text) => html`<p style="${paragraph};white-space:pre-line">${text}</p>`)}
${link ?? ''}
<hr style="border:0;border-top:1px solid #d5ddd9;margin:32px 0 16px">
${footer.map(
  ({ text, href, language }) =>
    html`<p lang="${language}" style="margin:0 0 8px;font-size:14px;color:#4a5a54">${text}${href ? html` <a href="${href}" style="color:#1f5a4a">${href}</a>` : raw('')}</p>`,
)}
</div>
</body>
</html>`
  return String(page)
}

/** The part after the @ of a sender, for the Message-ID. */
function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
}
