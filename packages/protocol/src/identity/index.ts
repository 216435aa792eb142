export {
  Certificate,
  CertificateChain,
  CertificatePurpose,
  certificateStatement,
  type Unsigned,
} from './certificate.ts';
export { chainEndsAtMs, chainLinks, leadsTo } from './chain.ts';
export {
  Device,
  DeviceName,
  DevicesAct,
  DevicesAnswer,
  DevicesRequest,
  devicesStatement,
} from './devices.ts';
export type { Verify } from './key.ts';
export { linkLetters } from './link-letters.ts';
export { Revocation, revocationStatement } from './revocation.ts';
export { statement } from './statement.ts';
