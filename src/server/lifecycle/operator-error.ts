/** Something that the operator can mend; the message is a sentence for them, told without a stack. */
export class OperatorError extends Error {}
