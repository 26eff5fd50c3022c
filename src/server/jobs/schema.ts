/** The tables of the queue stand apart from the record's. */
export const jobsSchema = 'jobs';
