/** iPhones let only a video fill the screen, in a way of their own. */
interface PhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

export function fullScreenElement(): Element | null {
  return document.fullscreenElement ?? null;
}

/** Fills the screen with `element`, or where only a video may, with that. */
export function enterFullScreen(element: HTMLElement | null, video: HTMLVideoElement | null): void {
  if (element && 'requestFullscreen' in element) void element.requestFullscreen().catch(() => {});
  else (video as PhoneVideo | null)?.webkitEnterFullscreen?.();
}

export function leaveFullScreen(): void {
  void document.exitFullscreen().catch(() => {});
}
