import type { Member } from '@earshot/client';
import type { ComponentType } from 'react';
import { RoleMark } from '../hosting/role-mark.tsx';
import { ShadowMark } from '../hosting/shadow-mark.tsx';
import { LineMark } from '../listening/line-mark.tsx';
import { PersonMenu } from '../listening/person-menu.tsx';
import { TrustMark } from '../private/trust-mark.tsx';
import { LookAlikeMark } from './look-alike-mark.tsx';

interface PersonSlot {
  readonly id: string;
  readonly Slot: ComponentType<{ member: Member }>;
}

/** Small signs on a person's tile and line, such as a poor connection. Each draws nothing where there is nothing to say. */
export const personMarks: readonly PersonSlot[] = [
  { id: 'role', Slot: RoleMark },
  { id: 'shadow', Slot: ShadowMark },
  { id: 'line', Slot: LineMark },
  { id: 'lookalike', Slot: LookAlikeMark },
  { id: 'trust', Slot: TrustMark },
];

/** What one can do about a person: a button that opens a menu, on their tile and on their line in the list. Not on one's own. */
export const personMenus: readonly PersonSlot[] = [{ id: 'listening', Slot: PersonMenu }];
