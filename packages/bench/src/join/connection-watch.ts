/** `performance.now()` of what a peer connection goes through. Events that say the same are one mark. */
export interface ConnectionMarks {
  iceStarted?: number;
  iceConnected?: number;
  /** ICE and DTLS: from now on media can be decrypted. */
  dtlsConnected?: number;
  firstPacket?: number;
}

/**
 * Notes when each RTCPeerConnection made from now on gets how far, and hands over each track that one
 * receives. It is sent to the page as source text too, so it must not use anything from outside.
 */
export function watchConnections(onTrack: (track: MediaStreamTrack, marks: ConnectionMarks) => void): void {
  globalThis.RTCPeerConnection = class extends globalThis.RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      const marks: ConnectionMarks = {};
      const mark = (what: keyof ConnectionMarks) => {
        marks[what] ??= performance.now();
      };
      this.addEventListener('iceconnectionstatechange', () => {
        const { iceConnectionState: state } = this;
        if (state === 'checking') mark('iceStarted');
        if (state === 'connected' || state === 'completed') mark('iceConnected');
      });
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') mark('dtlsConnected');
      });
      this.addEventListener('track', ({ track }) => {
        // A track is muted until its first packet has come; @roamhq/wrtc does not tell.
        track.addEventListener('unmute', () => mark('firstPacket'), { once: true });
        onTrack(track, marks);
      });
    }
  };
}
