import { OperatorError } from '../lifecycle/operator-error.ts';

/** Something about the database that the operator can mend. */
export class DatabaseError extends OperatorError {}
