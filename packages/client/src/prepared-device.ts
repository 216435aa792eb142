import { type RtpCapabilities, routerRtpCapabilities } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup-client';
import type { Engine } from './engine.ts';
import { encryptedCapabilities } from './private/encrypted-capabilities.ts';
import { sameValue } from './same-value.ts';

/** One loaded device per engine: loading asks the platform twice for its codecs, and the answer stays the same. */
const devices = new WeakMap<Engine, Promise<mediasoup.Device>>();

/**
 * Loads what the first join needs and would otherwise wait for. A lobby calls it while a person still types
 * a name. Safe to call many times.
 */
export async function prepare(engine: Engine): Promise<void> {
  await preparedDevice(engine);
}

/** The engine's device, loaded with the capabilities that every router of Earshot is known to have. */
export function preparedDevice(engine: Engine): Promise<mediasoup.Device> {
  const known = devices.get(engine);
  if (known) return known;
  const loading = loadDevice(engine, routerRtpCapabilities);
  devices.set(engine, loading);
  loading.catch(() => devices.delete(engine));
  return loading;
}

/** `prepared` where the router is what was expected; else a device that knows this router. */
export async function deviceFor(
  capabilities: RtpCapabilities,
  { engine, prepared }: { engine: Engine; prepared: mediasoup.Device },
): Promise<mediasoup.Device> {
  return sameValue(capabilities, routerRtpCapabilities) ? prepared : loadDevice(engine, capabilities);
}

/** As `preparedDevice`, for rooms that are encrypted: it is rarely needed, and not prepared ahead. */
export async function encryptedDevice(
  engine: Engine,
  capabilities: RtpCapabilities = routerRtpCapabilities,
): Promise<mediasoup.Device> {
  return loadDevice(engine, encryptedCapabilities(capabilities));
}

async function loadDevice(engine: Engine, capabilities: RtpCapabilities): Promise<mediasoup.Device> {
  const device = await engine.createDevice();
  await device.load({ routerRtpCapabilities: capabilities as mediasoup.RtpCapabilities });
  return device;
}
