import type { home as english } from '../en/home.ts';
import type { Words } from '../words.ts';

export const home: Words<typeof english> = {
  'home.heading': 'Mở liên kết và trò chuyện.',
  'home.what': 'Earshot là phòng thoại sau một liên kết: không cần tài khoản, không cần cài đặt.',
  'home.otherDevice': 'Bạn đã dùng trên thiết bị khác?',
  'home.field': 'Đặt tên phòng',
  'home.hint': 'Ai có liên kết đều nghe được nhau.',
  'home.link': 'Liên kết của bạn: {link}',
  'home.linkCut': 'Liên kết của bạn: {link}. Tên dài tối đa {count} ký tự.',
  'home.dice': 'Gieo một tên ngẫu nhiên',
  'home.open': 'Mở phòng',
  'home.setUp': 'Thiết lập',
  'home.create': 'Tạo phòng',
  'home.empty': 'Hãy đặt tên phòng trước, hoặc gieo xúc xắc.',
  'home.invalid': 'Tên phòng cần ít nhất một chữ cái hoặc chữ số.',
  'home.recent': 'Những phòng bạn từng ghé',
  'home.forget': 'Quên {room}',
};
