/** A loudspeaker, as `enumerateDevices` names it. */
export interface Output {
  readonly deviceId: string;
  readonly label: string;
}

/** Where the sound comes out. */
export type OutputState =
  /** Wherever the system sends it. */
  | { readonly at: 'system' }
  | { readonly at: 'chosen'; readonly output: Output }
  /** What was chosen is not plugged in: the system decides until it is back. */
  | { readonly at: 'away'; readonly output: Output };

export type OutputEvent =
  | { readonly type: 'picked'; readonly output: Output | undefined }
  /** What is plugged in now; empty where the page may not know. */
  | { readonly type: 'listed'; readonly outputs: readonly Output[] }
  /** The browser did not want it. */
  | { readonly type: 'refused' };

export function stepOutput(state: OutputState, event: OutputEvent): OutputState {
  if (event.type === 'picked')
    return event.output ? { at: 'chosen', output: event.output } : { at: 'system' };
  if (state.at === 'system') return state;
  if (event.type === 'refused') return state.at === 'away' ? state : { at: 'away', output: state.output };
  const found = same(event.outputs, state.output);
  if (state.at === 'away') return found ? { at: 'chosen', output: found } : state;
  return found || event.outputs.length === 0 ? state : { at: 'away', output: state.output };
}

/** A device may come back under another id, above all after permissions changed; its name is then all there is. */
function same(outputs: readonly Output[], wanted: Output): Output | undefined {
  return (
    outputs.find(({ deviceId }) => deviceId === wanted.deviceId) ??
    outputs.find(({ label }) => label !== '' && label === wanted.label)
  );
}

/** The device that is really to be used; empty is the system's. */
export function sinkOf(state: OutputState): string {
  return state.at === 'chosen' ? state.output.deviceId : '';
}

/** What is stored is another version's or another hand's, for all one knows. */
export function readOutput(text: string | null): Output | undefined {
  try {
    const { deviceId, label } = JSON.parse(text ?? '{}') as Partial<Record<string, unknown>>;
    return typeof deviceId === 'string' && deviceId !== '' && typeof label === 'string'
      ? { deviceId, label }
      : undefined;
  } catch {
    return undefined;
  }
}
