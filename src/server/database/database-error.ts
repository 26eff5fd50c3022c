/** Something about the database that the operator can mend; the message is a sentence for them. */
export class DatabaseError extends Error {}
