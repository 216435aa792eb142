import {
  Activity,
  Keyboard,
  type LucideIcon,
  Mic,
  MonitorSmartphone,
  Palette,
  UserRound,
  Video,
  Volume2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlainKey } from '../i18n/translate.ts';
import { onDemand } from '../ui/on-demand.tsx';

export interface SettingsSection {
  readonly id: string;
  readonly label: PlainKey;
  readonly icon: LucideIcon;
  readonly Body: { (props: object): ReactNode; prepare(): void };
}

/** The parts of the settings, in their order. */
export const settingsSections: readonly SettingsSection[] = [
  {
    id: 'profile',
    label: 'settings.profile',
    icon: UserRound,
    Body: onDemand(() => import('../people/profile-section.tsx').then((file) => file.ProfileSection)),
  },
  {
    id: 'devices',
    label: 'settings.devices',
    icon: MonitorSmartphone,
    Body: onDemand(() => import('../identity/devices-section.tsx').then((file) => file.DevicesSection)),
  },
  {
    id: 'microphone',
    label: 'settings.microphone',
    icon: Mic,
    Body: onDemand(() => import('./microphone-section.tsx').then((file) => file.MicrophoneSection)),
  },
  {
    id: 'sound',
    label: 'settings.sound',
    icon: Volume2,
    Body: onDemand(() => import('../listening/sound-section.tsx').then((file) => file.SoundSection)),
  },
  {
    id: 'camera',
    label: 'camera.settings',
    icon: Video,
    Body: onDemand(() => import('../stage/camera-section.tsx').then((file) => file.CameraSection)),
  },
  {
    id: 'appearance',
    label: 'settings.appearance',
    icon: Palette,
    Body: onDemand(() => import('./appearance-section.tsx').then((file) => file.AppearanceSection)),
  },
  {
    id: 'connection',
    label: 'settings.connection',
    icon: Activity,
    Body: onDemand(() =>
      import('../listening/connection-section.tsx').then((file) => file.ConnectionSection),
    ),
  },
  {
    id: 'shortcuts',
    label: 'settings.shortcuts',
    icon: Keyboard,
    Body: onDemand(() => import('../shortcuts/shortcut-list.tsx').then((file) => file.ShortcutList)),
  },
];
