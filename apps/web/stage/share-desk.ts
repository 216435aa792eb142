import type { Room } from '@earshot/client';
import type { Camera, CameraInfo, Screen } from '@earshot/client/browser';
import { type CaptureProblem, captureProblem } from './capture-problem.ts';
import { OwnScreen } from './own-screen.ts';

/** What the browser captures. */
export interface Capture {
  openCamera(options: { deviceId?: string }): Promise<Camera>;
  listCameras(): Promise<readonly CameraInfo[]>;
  captureScreen(): Promise<Screen>;
}

export type CameraState =
  | { readonly at: 'off' }
  | { readonly at: 'opening' }
  /** Captured; `shown` to the others, or only tried out in the settings. */
  | { readonly at: 'on'; readonly camera: Camera; readonly shown: boolean }
  | { readonly at: 'refused'; readonly problem: CaptureProblem };

export interface ShareState {
  readonly camera: CameraState;
  readonly screens: readonly OwnScreen[];
  /** Why the last screen is not shown. */
  readonly screenProblem: CaptureProblem | undefined;
}

type Sender = Pick<Room, 'shareCamera' | 'shareScreen' | 'tuneScreen' | 'stopStream'>;

interface ShareDeskOptions extends Pick<Capture, 'openCamera' | 'captureScreen'> {
  /** The camera of last time. */
  preferred: { read(): string; write(deviceId: string): void };
}

/**
 * One's own camera and screens, over the rooms of one visit: whoever comes back after a lost connection
 * shows what they showed before. A camera is captured once, for the preview as for the others, and nothing
 * is captured that the person did not ask for.
 */
export class ShareDesk {
  readonly #options: ShareDeskOptions;
  readonly #listeners = new Set<() => void>();
  #state: ShareState = { camera: { at: 'off' }, screens: [], screenProblem: undefined };
  #room: Sender | undefined;
  #cameraStream: Promise<string> | undefined;
  #unwatchCamera = () => {};

  constructor(options: ShareDeskOptions) {
    this.#options = options;
  }

  get state(): ShareState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows in this room whatever is shared; returns its undo. */
  attach(room: Sender): () => void {
    this.#room = room;
    this.#sendCamera();
    for (const screen of this.#state.screens) void this.#sendScreen(screen, room);
    return () => {
      if (this.#room === room) this.#room = undefined;
      this.#cameraStream = undefined;
    };
  }

  /** Shows the camera to the others. Never rejects: what stood in the way is in the state. */
  async showCamera(): Promise<void> {
    const camera = await this.#open();
    if (!camera || this.#state.camera.at !== 'on') return;
    this.#set({ camera: { at: 'on', camera, shown: true } });
    this.#sendCamera();
  }

  /** Tries the camera out: nobody else sees it. */
  async checkCamera(): Promise<void> {
    await this.#open();
  }

  /** Closes a camera that was only tried out. */
  letGoOfUnused(): void {
    const { camera } = this.#state;
    if (camera.at === 'on' && !camera.shown) this.hideCamera();
  }

  hideCamera(): void {
    const { camera } = this.#state;
    this.#unwatchCamera();
    this.#stopSending(this.#cameraStream);
    this.#cameraStream = undefined;
    if (camera.at === 'on') camera.camera.close();
    this.#set({ camera: { at: 'off' } });
  }

  /** Takes another camera, shown or not as the last one was. */
  async pickCamera(deviceId: string): Promise<void> {
    const before = this.#state.camera;
    this.#options.preferred.write(deviceId);
    const shown = before.at === 'on' && before.shown;
    if (before.at === 'on') this.hideCamera();
    if (shown) await this.showCamera();
    else await this.checkCamera();
  }

  /** Lets the person choose a screen and shows it. Call it in a click. Never rejects. */
  async addScreen(): Promise<void> {
    this.#set({ screenProblem: undefined });
    try {
      const captured = await this.#options.captureScreen();
      const screen = new OwnScreen(captured, { onEnded: (ended) => this.#forget(ended) });
      this.#set({ screens: [...this.#state.screens, screen] });
      if (this.#room) await this.#sendScreen(screen, this.#room);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'dismissed') return;
      this.#set({ screenProblem: captureProblem(error) });
    }
  }

  stopScreen(screen: OwnScreen): void {
    this.#stopSending(screen.sending);
    screen.close();
    this.#forget(screen);
  }

  stopScreens(): void {
    for (const screen of this.#state.screens) this.stopScreen(screen);
  }

  /** Letters, or a film. */
  tune(screen: OwnScreen, hint: OwnScreen['hint']): void {
    screen.hint = hint;
    this.#set({ screens: [...this.#state.screens] });
    const room = this.#room;
    void screen.sending?.then((id) => room?.tuneScreen(id, hint)).catch(() => {});
  }

  dismissProblems(): void {
    const { camera } = this.#state;
    this.#set({ screenProblem: undefined, ...(camera.at === 'refused' && { camera: { at: 'off' } }) });
  }

  /** The visit is over: lights and bars go out. */
  close(): void {
    this.stopScreens();
    if (this.#state.camera.at !== 'off') this.hideCamera();
    this.dismissProblems();
  }

  async #open(): Promise<Camera | undefined> {
    const { camera: before } = this.#state;
    if (before.at === 'on') return before.camera;
    if (before.at === 'opening') return undefined;
    const opening: CameraState = { at: 'opening' };
    this.#set({ camera: opening });
    try {
      const camera = await this.#options.openCamera({ deviceId: this.#options.preferred.read() });
      if (this.#state.camera !== opening) {
        camera.close();
        return undefined;
      }
      this.#unwatchCamera = camera.onEnded(() => this.#cameraLost());
      this.#set({ camera: { at: 'on', camera, shown: false } });
      return camera;
    } catch (error) {
      if (this.#state.camera === opening) {
        this.#set({ camera: { at: 'refused', problem: captureProblem(error) } });
      }
      return undefined;
    }
  }

  /** The client ends the stream of a track that has ended. */
  #cameraLost(): void {
    this.#cameraStream = undefined;
    this.#set({ camera: { at: 'refused', problem: 'lost' } });
  }

  #sendCamera(): void {
    const { camera } = this.#state;
    if (!this.#room || camera.at !== 'on' || !camera.shown || this.#cameraStream) return;
    const sending = this.#room.shareCamera({ track: camera.camera.track });
    this.#cameraStream = sending;
    sending.catch((error) => {
      if (this.#cameraStream !== sending || isBreak(error)) return;
      this.hideCamera();
      this.#set({ camera: { at: 'refused', problem: 'refused' } });
    });
  }

  async #sendScreen(screen: OwnScreen, room: Sender): Promise<void> {
    try {
      await screen.send(room);
    } catch (error) {
      if (this.#room === room && !isBreak(error)) this.#drop(screen);
    }
  }

  #stopSending(stream: Promise<string> | undefined): void {
    const room = this.#room;
    void stream?.then((id) => room?.stopStream(id)).catch(() => {});
  }

  /** The server did not take it. */
  #drop(screen: OwnScreen): void {
    screen.close();
    this.#forget(screen);
    this.#set({ screenProblem: 'refused' });
  }

  #forget(screen: OwnScreen): void {
    this.#set({ screens: this.#state.screens.filter((each) => each !== screen) });
  }

  #set(change: Partial<ShareState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The room is breaking, and nobody refused anything: what is shared is sent again in the next one. */
function isBreak(error: unknown): boolean {
  const code = (error as { error?: unknown } | null)?.error;
  return code === 'connection_lost' || code === 'timeout' || code === 'wrong_state';
}
