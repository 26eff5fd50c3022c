import { createTransport } from 'nodemailer';

interface StoredMail {
  id: string;
  recipient: string;
  subject: string;
  body_text: string;
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
      // The same however often it is tried, so that a message that was taken twice is shown once.
      messageId: `<${mail.id}@${hostOf(from)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } finally {
    transport.close();
  }
}

function hostOf(from: string): string {
  return /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'localhost';
}
