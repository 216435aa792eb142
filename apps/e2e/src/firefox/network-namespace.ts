import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Private use (RFC 1918), and free in any case: nothing else is in there. */
const address = '10.83.0.1';

/**
 * A veth pair, both ends in here: the kernel hands packets to the own address over at once, and a browser
 * sees an interface that is not the loopback. The default route is what it looks for its address by.
 * `cat` keeps the namespace until its input ends, that is, at the latest when the process that made it does.
 */
const furnish = `set -e
ip link set lo up
ip link add earshot0 type veth peer name earshot1
ip address add ${address}/24 dev earshot0
ip link set earshot0 up
ip link set earshot1 up
ip route add default dev earshot0
echo furnished
exec cat`;

/**
 * A network that a test has for itself, with a loopback and one interface beside it; nothing gets in or
 * out. Firefox, for one, sends no media over a loopback. It has no name and belongs to its processes, so
 * that none can be left behind. Root is not needed where users may make namespaces of their own.
 */
export class NetworkNamespace implements AsyncDisposable {
  /** Its address beside the loopback. */
  readonly address = address;
  readonly #holder: ChildProcess;
  readonly #root: boolean;

  private constructor(holder: ChildProcess, root: boolean) {
    this.#holder = holder;
    this.#root = root;
  }

  /** @throws Error where neither root nor user namespaces are to be had */
  static async make(): Promise<NetworkNamespace> {
    const root = process.getuid?.() === 0;
    const holder = spawn(
      'unshare',
      [...(root ? [] : ['--user', '--map-root-user']), '--net', 'sh', '-c', furnish],
      {
        stdio: ['pipe', 'pipe', 'pipe'],
        env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
      },
    );
    const complaint = text(holder.stderr);
    const furnished = once(holder.stdout, 'data').then(() => true);
    const failed = Promise.race([once(holder, 'exit'), once(holder, 'error')]).then(() => false);
    if (await Promise.race([furnished, failed])) return new NetworkNamespace(holder, root);
    throw new Error(
      `A network namespace could not be made: ${(await complaint).trim() || 'unshare is missing'}. The ` +
        'Firefox tests need util-linux, iproute2 and either root or user namespaces that everybody may ' +
        'make (sysctl user.max_user_namespaces above 0, and kernel.apparmor_restrict_unprivileged_userns=0 ' +
        'where there is one). In a container, give it CAP_SYS_ADMIN and CAP_NET_ADMIN.',
    );
  }

  /** The words of a command that runs in here what the given ones run outside. */
  command(words: readonly string[]): string[] {
    const user = this.#root ? [] : ['--user', '--preserve-credentials'];
    return ['nsenter', `--target=${this.#holder.pid}`, ...user, '--net', '--', ...words];
  }

  /** Writes a program into `folder` that runs the one at `path` in here. @returns its path */
  program(path: string, folder: string): string {
    const file = join(folder, `${basename(path)}-inside`);
    writeFileSync(file, `#!/bin/sh\nexec ${this.command([path]).join(' ')} "$@"\n`, { mode: 0o755 });
    return file;
  }

  /** Ends it, after the processes in here have ended. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#holder.exitCode !== null || this.#holder.signalCode !== null) return;
    const gone = once(this.#holder, 'exit');
    this.#holder.stdin?.end();
    await gone;
  }
}
