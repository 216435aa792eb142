import * as z from 'zod/mini';

/** `reliable`: ordered and complete; `loose`: each packet once or not at all, in any order. */
export const DataChannelKind = z.enum(['reliable', 'loose']);
export type DataChannelKind = z.infer<typeof DataChannelKind>;

const uint16 = () => z.int().check(z.minimum(0), z.maximum(65_535));

const bytes = () => z.int().check(z.minimum(0));

/** A data channel as mediasoup describes it; it is negotiated, so no DCEP is spoken (RFC 8832). */
export const SctpStreamParameters = z.object({
  streamId: uint16(),
  ordered: z.optional(z.boolean()),
  maxRetransmits: z.optional(uint16()),
});
export type SctpStreamParameters = z.infer<typeof SctpStreamParameters>;

/** The SCTP association of a transport (RFC 8261): the same port on both sides. */
export const SctpParameters = z.object({
  port: uint16(),
  OS: uint16(),
  MIS: uint16(),
  maxMessageSize: bytes(),
  maxSendMessageSize: bytes(),
  maxReceiveMessageSize: bytes(),
});
export type SctpParameters = z.infer<typeof SctpParameters>;

/** How each kind of channel is opened. */
export const reliabilities = {
  reliable: { ordered: true },
  loose: { ordered: false, maxRetransmits: 0 },
} as const satisfies Record<DataChannelKind, Partial<SctpStreamParameters>>;
