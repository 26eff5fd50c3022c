/** Says that the browser may keep names of an event for the door: signing out then clears what it keeps. */
export const doorCookie = 'pop_door';
