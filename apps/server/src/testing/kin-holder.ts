import {
  type Certificate,
  certificateStatement,
  type DevicesAct,
  type DevicesRequest,
  devicesStatement,
  revocationStatement,
} from '@earshot/protocol';
import { KeyHolder } from './key-holder.ts';
import { ask } from './raw-http.ts';

type Chain = readonly Certificate[];

/** A device with a key, which may speak for a person. */
export class KinHolder extends KeyHolder {
  chain: Chain | undefined;

  get person(): string {
    return this.chain?.[0]?.person ?? this.key;
  }

  /** Makes another one speak for the same person. */
  link(other: KinHolder, change: Partial<Certificate> = {}): Chain {
    const unsigned = {
      person: this.person,
      key: other.key,
      purpose: 'device' as const,
      issuedAtMs: Date.now(),
      ...change,
    };
    const signature = this.sign(certificateStatement(unsigned, this.key));
    other.chain = [...(this.chain ?? []), { ...unsigned, signature }];
    return other.chain;
  }

  revocation(other: KinHolder, change: { revokedAtMs?: number; person?: string } = {}) {
    const unsigned = {
      person: this.person,
      key: other.key,
      issuer: this.key,
      revokedAtMs: Date.now(),
      ...change,
    };
    return { ...unsigned, signature: this.sign(revocationStatement(unsigned)) };
  }

  /** Asks the server about the person's devices; what is sent can be made wrong. */
  async asks(port: number, act: DevicesAct, change: Partial<DevicesRequest> & { host?: string } = {}) {
    const { host = `127.0.0.1:${port}`, ...rest } = change;
    const { nonce } = JSON.parse(String((await ask(port, '/api/devices/nonce')).body));
    const text = JSON.stringify(act);
    const signature = this.sign(devicesStatement({ host, nonce, act: text }));
    const certificates = this.chain ? { certificates: [...this.chain] } : {};
    const body = { key: this.key, nonce, act: text, signature, ...certificates, ...rest };
    const answer = await ask(port, '/api/devices', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: JSON.parse(String(answer.body)) };
  }
}
