/** How many words or unread cells are listed one by one: as many as somebody reads; a count says how many there are. */
export const MOST_LISTED = 200;
