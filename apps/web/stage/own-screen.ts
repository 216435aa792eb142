import type { Room } from '@earshot/client';
import type { Screen } from '@earshot/client/browser';

/** One screen, window or tab that one shares. */
export class OwnScreen {
  hint: 'text' | 'motion' = 'text';
  /** The producer's id, once the server has it. */
  sending: Promise<string> | undefined;
  readonly #screen: Screen;
  readonly #onEnded: () => void;

  constructor(screen: Screen, { onEnded }: { onEnded: (screen: OwnScreen) => void }) {
    this.#screen = screen;
    this.#onEnded = () => onEnded(this);
    screen.video.addEventListener('ended', this.#onEnded);
  }

  /** A whole screen shows this page, too: one's own picture of it would be a hall of mirrors. */
  get mirrorsItself(): boolean {
    const { displaySurface } = this.#screen.video.getSettings() as { displaySurface?: string };
    return displaySurface === 'monitor';
  }

  get track(): MediaStreamTrack {
    return this.#screen.video;
  }

  async send(room: Pick<Room, 'shareScreen'>): Promise<void> {
    const { video, audio } = this.#screen;
    this.sending = room.shareScreen({ video, audio, hint: this.hint });
    await this.sending;
  }

  close(): void {
    this.#screen.video.removeEventListener('ended', this.#onEnded);
    this.#screen.close();
  }
}
