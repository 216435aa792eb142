/** Who asks: where they come from, and the key they have proved; each empty where nobody knows. */
export interface Party {
  readonly prefix: string;
  readonly key: string;
}
