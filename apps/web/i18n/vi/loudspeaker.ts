import type { loudspeaker as english } from '../en/loudspeaker.ts';
import type { Words } from '../words.ts';

export const loudspeaker: Words<typeof english> = {
  'loudspeaker.picker': 'Loa',
  'loudspeaker.system': 'Theo hệ thống',
  'loudspeaker.unnamed': 'Loa {number}',
  'loudspeaker.unplugged': '{name} (chưa cắm)',
  'loudspeaker.choose': 'Chọn loa khác…',
  'loudspeaker.hidden': 'Trình duyệt sẽ hiện các loa khác sau khi bạn bật micrô.',
  'loudspeaker.systemDecides': 'Trong trình duyệt này, hệ thống quyết định âm thanh phát ra ở đâu.',
  'loudspeaker.test': 'Phát âm thử',
  'loudspeaker.testing': 'Đang phát…',
  'loudspeaker.testFailed': 'Chưa phát được âm thanh. Hãy thử lại, hoặc thử loa khác.',
  'loudspeaker.gone': 'Không thấy {name} nữa. Cho đến khi có lại, bạn nghe phòng qua loa của hệ thống.',
  'loudspeaker.back': 'Đã có lại {name}, và bạn lại nghe phòng qua đó',
};
