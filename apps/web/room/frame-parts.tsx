import { onDemand } from '../ui/on-demand.tsx';

/** The parts of the room whose code comes when they are wanted. */
export const Stage = onDemand(() => import('../stage/stage.tsx').then((file) => file.Stage));
export const SidePanel = onDemand(() => import('./side-panel.tsx').then((file) => file.SidePanel), null);
export const ReactionBar = onDemand(
  () => import('../people/reaction-bar.tsx').then((file) => file.ReactionBar),
  null,
);
export const HostingRemarks = onDemand(
  () => import('../hosting/hosting-remarks.tsx').then((file) => file.HostingRemarks),
  null,
);
export const MoreDialog = onDemand(() => import('./more-dialog.tsx').then((file) => file.MoreDialog), null);
export const SettingsDialog = onDemand(
  () => import('../settings/settings-dialog.tsx').then((file) => file.SettingsDialog),
  null,
);
export const ShareDialog = onDemand(
  () => import('../share/share-dialog.tsx').then((file) => file.ShareDialog),
  null,
);
export const ReportDialog = onDemand(
  () => import('../reporting/report-dialog.tsx').then((file) => file.ReportDialog),
  null,
);
export const ShortcutSheet = onDemand(
  () => import('../shortcuts/shortcut-sheet.tsx').then((file) => file.ShortcutSheet),
  null,
);
