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

/** What only encrypted rooms show. */
export const PrivacyMark = onDemand(
  () => import('../private/privacy-mark.tsx').then((file) => file.PrivacyMark),
  null,
);
export const PrivacySection = onDemand(
  () => import('../private/privacy-section.tsx').then((file) => file.PrivacySection),
  null,
);
export const PrivacyNotices = onDemand(
  () => import('../private/privacy-notices.tsx').then((file) => file.PrivacyNotices),
  null,
);
export const PrivacyDialog = onDemand(
  () => import('../private/privacy-dialog.tsx').then((file) => file.PrivacyDialog),
  null,
);
export const NewPasswordDialog = onDemand(
  () => import('../private/new-password-dialog.tsx').then((file) => file.NewPasswordDialog),
  null,
);
export const PrivacyCompanion = onDemand(
  () => import('../private/privacy-companion.tsx').then((file) => file.PrivacyCompanion),
  null,
);
export const ShareAdvice = onDemand(
  () => import('../private/share-advice.tsx').then((file) => file.ShareAdvice),
  null,
);
