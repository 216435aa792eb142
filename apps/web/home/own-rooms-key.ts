/** Says that private rooms were made in this browser, and nothing of them. */
export const hasOwnRoomsKey = 'earshot.own-rooms';
