import type { offline as english } from '../en/offline.ts';
import type { Words } from '../words.ts';

export const offline: Words<typeof english> = {
  'offline.heading': 'Ngoài tầm nghe.',
  'offline.what':
    'Thiết bị này đang mất mạng, hoặc máy chủ đang vắng. Liên kết vẫn dùng được, và trang này sẽ tự thử lại khi có mạng.',
  'offline.again': 'Thử lại',
};
