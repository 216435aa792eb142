import type { identity as english } from '../en/identity.ts';
import type { Words } from '../words.ts';

export const identity: Words<typeof english> = {
  'identity.shortName': 'Tên ngắn:',
  'identity.shortNameHint':
    'Tên này lấy từ khóa trong trình duyệt nên luôn như cũ, dù người đó tự gọi mình thế nào.',
};
