import type { language as english } from '../en/language.ts';
import type { Words } from '../words.ts';

export const language: Words<typeof english> = {
  'language.label': 'Ngôn ngữ',
  'language.failed': 'Chưa tải được ngôn ngữ này. Hãy kiểm tra kết nối rồi chọn lại.',
};
