import { createTransport } from 'nodemailer';

interface StoredMail {
  id: string;
  recipient: string;
  subject: string;
  body_text: string;
  attachment_name: string | null;
  attachment_type: string | null;
  attachment_text: string | null;
}

/**
 * Hands a message to the SMTP server.
 * @throws what describeMailFault understands
 */
export async function deliver(smtpUrl: string, from: string, mail: StoredMail): Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Messages are text: nothing in them may make the server read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body_text,
      attachments: attachmentsOf(mail),
      // The same however often it is tried, so that a message that was taken twice is shown once.
      messageId: `<${mail.id}@${hostOf(from)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } finally {
    transport.close();
  }
}

function attachmentsOf({ attachment_name, attachment_type, attachment_text }: StoredMail) {
  if (attachment_name === null || attachment_type === null || attachment_text === null) return [];
  return [{ filename: attachment_name, contentType: attachment_type, content: attachment_text }];
}

function hostOf(from: string): string {
  return /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'localhost';
}
