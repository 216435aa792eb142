import type { Method } from './index.ts';

/** A packet that is refused does not keep the next ones out: each may hold an acknowledgement. */
export const sendData: Method<'sendData'> = (session, { packets }) => {
  const { postbox } = session.admission.member;
  let refusal: unknown;
  for (const packet of packets) {
    try {
      postbox?.receive('web_socket', packet);
    } catch (error) {
      refusal ??= error;
    }
  }
  if (refusal) throw refusal;
  return {};
};
