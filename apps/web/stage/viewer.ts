import type { Room } from '@earshot/client';
import { type Sight, viewsOf } from './views.ts';

/** A picture that changes its place is gone for a moment, and is not to be closed for that. */
const gatherMs = 80;

/** So far from the edge a picture is as good as seen: it is there when it is scrolled in. */
const marginPx = 80;

interface Watched {
  readonly id: string;
  sight: Sight;
}

/**
 * Watches which pictures are on the screen, and how large, and has the server send those and no others. The
 * observers tell; nothing here renders.
 */
export class Viewer {
  readonly #room: Pick<Room, 'setViews'>;
  readonly #watched = new Map<Element, Watched>();
  readonly #inSight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) this.#see(target, { inSight: isIntersecting });
    },
    { rootMargin: `${marginPx}px` },
  );
  readonly #sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      this.#see(target, { widthPx: contentRect.width, heightPx: contentRect.height });
    }
  });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(room: Pick<Room, 'setViews'>) {
    this.#room = room;
  }

  /** Follows the page from now on; returns its undo, after which nothing is looked at. */
  open(): () => void {
    document.addEventListener('visibilitychange', this.#tell);
    return () => {
      document.removeEventListener('visibilitychange', this.#tell);
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#room.setViews([]);
    };
  }

  /** Returns its undo. */
  watch(element: Element, { id, kind }: { id: string; kind: Sight['kind'] }): () => void {
    const sight = { kind, widthPx: 0, heightPx: 0, inSight: false, floating: false };
    this.#watched.set(element, { id, sight });
    this.#inSight.observe(element);
    this.#sizes.observe(element);
    return () => {
      this.#watched.delete(element);
      this.#inSight.unobserve(element);
      this.#sizes.unobserve(element);
      this.#tell();
    };
  }

  /** It is, or is no longer, in a window of its own (picture-in-picture). */
  float(element: Element, floating: boolean): void {
    this.#see(element, { floating });
  }

  #see(element: Element, change: Partial<Sight>): void {
    const watched = this.#watched.get(element);
    if (!watched) return;
    watched.sight = { ...watched.sight, ...change };
    this.#tell();
  }

  readonly #tell = (): void => {
    this.#timer ??= setTimeout(() => this.#announce(), gatherMs);
  };

  #announce(): void {
    this.#timer = undefined;
    const sights = new Map([...this.#watched.values()].map(({ id, sight }) => [id, sight]));
    const pageVisible = document.visibilityState === 'visible';
    this.#room.setViews(viewsOf(sights, { pageVisible, pixelRatio: window.devicePixelRatio }));
  }
}
