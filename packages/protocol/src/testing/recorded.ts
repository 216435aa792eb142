/**
 * What mediasoup-client 3.24.1 made of Chromium 156 and of libwebrtc in Node (@roamhq/wrtc 0.10.0) against
 * `routerRtpCapabilities`, and what mediasoup 3.27.1 made of that: recorded, not written.
 */

export const rtpCapabilities = {
  codecs: [
    {
      kind: 'audio',
      mimeType: 'audio/opus',
      preferredPayloadType: 100,
      clockRate: 48000,
      channels: 2,
      parameters: { minptime: 10, useinbandfec: 1 },
      rtcpFeedback: [
        { type: 'transport-cc', parameter: '' },
        { type: 'nack', parameter: '' },
      ],
    },
  ],
  headerExtensions: [
    {
      kind: 'audio',
      uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
      preferredId: 6,
      preferredEncrypt: false,
      direction: 'sendrecv',
    },
  ],
};

export const rtpParameters = {
  chromium: {
    mid: '0',
    codecs: [
      {
        mimeType: 'audio/opus',
        payloadType: 111,
        clockRate: 48000,
        channels: 2,
        parameters: { minptime: 10, useinbandfec: 1, 'sprop-stereo': 0, usedtx: 1 },
        rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
      },
    ],
    headerExtensions: [
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4, encrypt: false, parameters: {} },
      {
        uri: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
        id: 2,
        encrypt: false,
        parameters: {},
      },
      {
        uri: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
        id: 3,
        encrypt: false,
        parameters: {},
      },
      { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1, encrypt: false, parameters: {} },
    ],
    encodings: [{ ssrc: 3653766621, dtx: false }],
    rtcp: { cname: '8aAM1AZk/MOO+Fom', reducedSize: true },
    msid: 'bb7fefd6-d226-490e-b9df-50dbaa93453d 3531fe06-d3d8-4886-ac82-3eb7be6cb186',
  },
  node: {
    mid: '0',
    codecs: [
      {
        mimeType: 'audio/opus',
        payloadType: 111,
        clockRate: 48000,
        channels: 2,
        parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
        rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
      },
    ],
    headerExtensions: [
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4, encrypt: false, parameters: {} },
      { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1, encrypt: false, parameters: {} },
    ],
    encodings: [{ ssrc: 3766371044, dtx: false }],
    rtcp: { cname: 'ddENKjjVKKAWUjgs', reducedSize: true },
    msid: 'ac24e64d-3457-4952-9950-24288ab984f0 dd24131d-e905-4239-984a-f573da267d46',
  },
};

export const dtlsParameters = {
  role: 'client',
  fingerprints: [
    {
      algorithm: 'sha-256',
      value:
        '0F:99:28:A3:F0:6E:83:32:70:99:03:C6:D7:58:59:44:36:06:9E:A1:BB:10:92:79:F9:7F:A7:65:08:D6:8A:01',
    },
  ],
};

export const transportOptions = {
  id: '43ce89ab-d7d6-4387-8218-e06d8728ddd5',
  iceParameters: {
    usernameFragment: '0et8iirlduhpykbn7zd1mc461ie1bxcg',
    password: 'b1b32epbk80qpotlyjlsfyqdmfzfqad1',
    iceLite: true,
  },
  iceCandidates: [
    {
      foundation: 'udpcandidate',
      priority: 1076558079,
      ip: '127.0.0.1',
      address: '127.0.0.1',
      protocol: 'udp',
      port: 41000,
      type: 'host',
    },
    {
      foundation: 'tcpcandidate',
      priority: 1076276479,
      ip: '127.0.0.1',
      address: '127.0.0.1',
      protocol: 'tcp',
      port: 41000,
      type: 'host',
      tcpType: 'passive',
    },
  ],
  dtlsParameters: {
    fingerprints: [
      {
        algorithm: 'sha-512',
        value:
          'AB:B6:BA:BB:67:9E:25:D2:52:D3:F1:44:87:4C:9A:50:B4:A6:F1:B6:E3:2F:52:66:20:02:02:90:A6:AF:EB:59:40:60:59:18:B4:B1:16:07:8A:BA:B3:0F:37:DA:55:E5:94:C5:06:51:34:30:4A:DD:E1:16:7F:B9:16:9F:EB:C5',
      },
      {
        algorithm: 'sha-384',
        value:
          '8A:8F:B1:A2:C5:9F:CC:23:E7:9E:F3:8F:0B:5B:FB:C3:48:65:C0:73:11:88:CE:68:2B:51:CD:83:33:4B:F8:6B:9D:FD:CD:D1:74:7E:62:4F:6B:C6:56:CE:9B:7F:D5:DF',
      },
      {
        algorithm: 'sha-256',
        value:
          'A4:E4:92:79:FF:6C:B3:D2:FF:5D:BC:3C:B1:4D:EA:6A:CC:19:41:6A:AC:50:37:9C:41:B5:C7:CB:CE:FF:37:F0',
      },
      {
        algorithm: 'sha-224',
        value: '65:61:70:AE:9F:AB:10:1E:B0:21:BD:0A:0A:48:0B:0D:00:D4:45:11:A6:A9:49:50:71:0E:53:FA',
      },
      { algorithm: 'sha-1', value: 'EA:88:29:48:2F:63:57:83:A1:31:6F:D5:18:F3:DB:B5:1B:1A:98:3A' },
    ],
    role: 'server',
  },
};

export const consumer = {
  id: 'a3f1d334-38ad-4430-8087-ab1959f1f80f',
  producerId: '4969ff98-5557-43cd-affb-72ebef6461e8',
  kind: 'audio',
  rtpParameters: {
    codecs: [
      {
        mimeType: 'audio/opus',
        payloadType: 100,
        clockRate: 48000,
        channels: 2,
        parameters: { minptime: 10, useinbandfec: 1, 'sprop-stereo': 0, usedtx: 1 },
        rtcpFeedback: [],
      },
    ],
    headerExtensions: [
      { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 6, encrypt: false, parameters: {} },
    ],
    encodings: [{ ssrc: 302789406 }],
    rtcp: { cname: '8aAM1AZk/MOO+Fom', reducedSize: true },
    msid: 'bb7fefd6-d226-490e-b9df-50dbaa93453d 3531fe06-d3d8-4886-ac82-3eb7be6cb186',
    mid: '0',
  },
  memberId: 'q0Zq1n3mS2vXw4yT',
  source: 'microphone',
};
