export interface MailFault {
  /** For the outbox and the log, e.g. 'EENVELOPE 550'. No address: servers repeat them in their messages. */
  code: string;
  /** The server will never take this message. */
  isFinal: boolean;
}

/** What went wrong, from the fields that the SMTP client sets; its message is left out. */
export function describeMailFault(error: unknown): MailFault {
  if (!(error instanceof Error)) return { code: 'unknown', isFinal: false };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const answer =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined;
  // A refused recipient or content stays refused; a refused login is the operator's to mend.
  const isAboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  return {
    code: answer === undefined ? code : `${code} ${answer}`,
    isFinal: isAboutMessage && answer !== undefined && answer >= 500,
  };
}
