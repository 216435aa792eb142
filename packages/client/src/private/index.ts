export { linkFragment, linkSecretOf, newPassphrase, type RoomMode } from '@earshot/crypto';
export { changePassword } from './change-password.ts';
export { createPrivateRoom, type NewPrivateRoom, type PrivateRoom } from './create-private-room.ts';
export { type ClosedRoom, knock } from './knock.ts';
export type { RoomOwner } from './room-owner.ts';
