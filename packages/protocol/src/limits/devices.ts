/** The devices of one person, and how two of them meet. */
export const devicesLimits = {
  /** Certificates by which one key vouches for the next, from a person's first key to a device of theirs. */
  certificates: 4,
  /** Keys that speak for one person at once: the first one, devices and the recovery code. */
  linkedDevices: 20,
  /** Keys of one person that are remembered, those that were revoked included. */
  rememberedDevices: 100,
  /** Keys of all people that the server remembers. */
  rememberedDevicesInAll: 1_000_000,
  /** A device whose certificate has ended is remembered for this long. */
  endedDevicesKeptMs: 2_592_000_000,
  /** Length of a device's name, in graphemes. */
  deviceNameGraphemes: 40,
  /** Length of what a device asks about those of its person, in UTF-16 code units of JSON. */
  devicesActLength: 2_048,
  /** A nonce for such a question is good for this long. */
  devicesNonceMs: 60_000,
  /** Requests about devices and links that one address may make per second, in the long run. */
  devicesRequestsPerSecond: 1,
  /** Those it may make at once after a pause. */
  devicesRequestBurst: 60,
  /** Addresses whose requests are counted; beyond it the one that was counted first is forgotten. */
  devicesAddressesCounted: 10_000,
  /** The box in which two devices meet is there for this long. */
  linkBoxMs: 300_000,
  /** Boxes at once. */
  linkBoxes: 1_000,
  /** Bytes of what one device leaves there for the other. */
  linkBoxBytes: 4_096,
  /** A question whether something is there yet is answered within this time. */
  linkWaitMs: 20_000,
} as const;
