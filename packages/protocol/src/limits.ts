import { chatLimits } from './limits/chat.ts';
import { connectionLimits } from './limits/connection.ts';
import { dataLimits } from './limits/data.ts';
import { devicesLimits } from './limits/devices.ts';
import { directoryLimits } from './limits/directory.ts';
import { filesLimits } from './limits/files.ts';
import { guardLimits } from './limits/guard.ts';
import { operatorLimits } from './limits/operator.ts';
import { privateLimits } from './limits/private.ts';
import { reportsLimits } from './limits/reports.ts';
import { roomsLimits } from './limits/rooms.ts';
import { storeLimits } from './limits/store.ts';

/**
 * Every limit of the service, in one place. Names carry their units; PROTOCOL.md lists them and a test
 * holds the two together.
 */
export const limits = {
  ...connectionLimits,
  ...guardLimits,
  ...reportsLimits,
  ...roomsLimits,
  ...devicesLimits,
  ...dataLimits,
  ...chatLimits,
  ...filesLimits,
  ...storeLimits,
  ...directoryLimits,
  ...operatorLimits,
  ...privateLimits,
} as const;
