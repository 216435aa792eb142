export { type Identity, personKey } from '../identity/identity.ts';
export { LinkOffer, type LinkQuestion, LinkVisit } from './device-link.ts';
export { OwnDevices, recover } from './own-devices.ts';
export { type RecoveryCodeReading, readRecoveryCode } from './recovery-code.ts';
