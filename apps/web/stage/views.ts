import type { View } from '@earshot/client';

/** A picture as it stands on the screen. */
export interface Sight {
  readonly kind: 'camera' | 'screen';
  /** In CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whether any of it can be seen in the page. */
  readonly inSight: boolean;
  /** Whether it is in a window of its own, where it is seen whatever the page does. */
  readonly floating: boolean;
}

/** Lines of a picture, on the glass, up to which the smaller layers are sharp enough. */
const linesOf = { camera: [200, 400], screen: [400, 400] } as const;

/** The simulcast layer that is worth its bits at this size. */
export function layerFor({ kind, widthPx, heightPx }: Sight, pixelRatio: number): View['layer'] {
  const lines = Math.min(heightPx, (widthPx * 9) / 16) * pixelRatio;
  const [small, middle] = linesOf[kind];
  if (lines <= small) return 0;
  return lines <= middle ? 1 : 2;
}

/** What the server is to send: what is in sight, in the size in which it is seen. Nothing to a hidden page. */
export function viewsOf(
  sights: ReadonlyMap<string, Sight>,
  { pageVisible, pixelRatio }: { pageVisible: boolean; pixelRatio: number },
): View[] {
  return [...sights]
    .filter(([, { floating, inSight }]) => floating || (pageVisible && inSight))
    .map(([producerId, sight]) => ({ producerId, layer: layerFor(sight, pixelRatio) }));
}
