import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import { until } from './until.ts';

export interface ReadEvent {
  name: string;
  id: number;
  data: unknown;
}

/** Reads a stream of server-sent events until it is closed. */
export class EventReader implements Disposable {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly events: ReadEvent[] = [];
  /** How many comments came. */
  comments = 0;
  retryMs: number | undefined;
  /** Whether the server has ended it. */
  ended = false;
  /** What came that is no event. */
  text = '';
  readonly #request: ClientRequest;

  private constructor(asking: ClientRequest, response: import('node:http').IncomingMessage) {
    this.#request = asking;
    this.status = response.statusCode ?? 0;
    this.headers = response.headers;
    response.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    response.on('error', () => {});
    response.once('close', () => {
      this.ended = true;
    });
  }

  static async open(
    port: number,
    options: { after?: number; headers?: Record<string, string>; from?: string } = {},
  ): Promise<EventReader> {
    const { after, headers = {}, from: localAddress } = options;
    const path = `/api/rooms/live${after === undefined ? '' : `?after=${after}`}`;
    const asking = request({ host: '127.0.0.1', port, path, headers, agent: false, localAddress });
    asking.end();
    const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
      asking.once('response', resolve);
      asking.once('error', reject);
    });
    asking.on('error', () => {});
    return new EventReader(asking, response);
  }

  /** Waits for an event and everything before it. */
  async event(wanted: (event: ReadEvent) => boolean): Promise<ReadEvent> {
    const events = await until(
      () => this.events,
      (all) => all.some(wanted),
    );
    return events.find(wanted) as ReadEvent;
  }

  [Symbol.dispose](): void {
    this.#request.destroy();
  }

  #take(text: string): void {
    this.text += text;
    for (let end = this.text.indexOf('\n\n'); end >= 0; end = this.text.indexOf('\n\n')) {
      const lines = this.text.slice(0, end).split('\n');
      this.text = this.text.slice(end + 2);
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      if (lines.some((line) => line.startsWith(':'))) this.comments += 1;
      const retry = field('retry');
      if (retry) this.retryMs = Number(retry);
      const data = field('data');
      if (data)
        this.events.push({ name: field('event') ?? '', id: Number(field('id')), data: JSON.parse(data) });
    }
  }
}
