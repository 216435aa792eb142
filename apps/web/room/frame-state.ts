import type { Reported } from '../reporting/report-dialog.tsx';

/** What lies over or beside the people: a panel, a dialog. */
export interface FrameState {
  /** The open panel's id, and whether somebody just opened it: then the focus goes in. */
  readonly panel: { readonly id: string; readonly asked: boolean } | undefined;
  readonly dialog: FrameDialog | undefined;
}

export type FrameDialog =
  | { readonly at: 'settings'; readonly section?: string | undefined }
  | { readonly at: 'shortcuts' }
  | { readonly at: 'share' }
  /** About somebody who may have left since. */
  | { readonly at: 'report'; readonly about: Reported }
  /** How private this room is. */
  | { readonly at: 'privacy' }
  | { readonly at: 'newPassword' }
  /** A row above the controls; it is no dialog, but takes its place. */
  | { readonly at: 'reactions' }
  | { readonly at: 'more'; readonly hidden: readonly string[] };

export type FrameEvent =
  | { readonly type: 'show_panel'; readonly id: string; readonly asked: boolean }
  | { readonly type: 'toggle_panel'; readonly id: string }
  | { readonly type: 'hide_panel' }
  | { readonly type: 'open_dialog'; readonly dialog: FrameDialog }
  | { readonly type: 'close_dialog' };

/** How the frame stands at first. `remembered` is the panel of last time; it covers too much where space is scarce. */
export function firstFrame({ remembered, wide }: { remembered: string | null; wide: boolean }): FrameState {
  const panel = wide && remembered ? { id: remembered, asked: false } : undefined;
  return { panel, dialog: undefined };
}

export function step(state: FrameState, event: FrameEvent): FrameState {
  switch (event.type) {
    case 'show_panel':
      return { panel: { id: event.id, asked: event.asked }, dialog: undefined };
    case 'toggle_panel':
      return state.panel?.id === event.id
        ? { ...state, panel: undefined }
        : { panel: { id: event.id, asked: true }, dialog: undefined };
    case 'hide_panel':
      return state.panel ? { ...state, panel: undefined } : state;
    case 'open_dialog':
      return { ...state, dialog: event.dialog };
    case 'close_dialog':
      return state.dialog ? { ...state, dialog: undefined } : state;
  }
}
