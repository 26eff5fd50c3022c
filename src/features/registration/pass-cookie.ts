/** Holds for a day who somebody is at an event, so that a poll counts each person once. */
export const passCookie = 'pop_pass';
