import type { people as english } from '../en/people.ts';
import type { Words } from '../words.ts';

export const people: Words<typeof english> = {
  'people.live': 'Micrô đang bật',
  'people.sharing': 'Đang chia sẻ màn hình',
  'people.handPlace': 'Giơ tay, số {place}',
  'people.lookalike': 'Tên trông giống tên của người khác ở đây',
  'people.search': 'Tìm người',
  'people.nobodyFound': 'Không có ai tên như vậy ở đây.',
  'people.editOwn': 'Sửa hồ sơ của bạn',

  'hand.raise': 'Giơ tay',
  'hand.lower': 'Hạ tay',
  'hand.raisedBy': { other: '{names} đã giơ tay' },
  'hand.raisedMany': { other: '{count} người đã giơ tay' },
  'hand.ownRaised': 'Bạn đang giơ tay, số {place}',
  'hand.ownLowered': 'Bạn đã hạ tay',
  'hand.refused': 'Chưa đổi được trạng thái tay. Lát nữa hãy thử lại.',

  'reactions.react': 'Bày tỏ',
  'reactions.bar': 'Bày tỏ cảm xúc',
  'reactions.more': 'Mọi biểu tượng',
  'reactions.send': 'Bày tỏ {emoji}',
  'reactions.fromOne': '{name} bày tỏ {emoji}',
  'reactions.fromMany': { other: '{count} người bày tỏ {emoji}' },

  'profile.emoji': 'Biểu tượng thay cho chữ cái đầu tên',
  'profile.moreEmoji': 'Biểu tượng khác',
  'profile.noEmoji': 'Không có',
  'profile.status': 'Trạng thái',
  'profile.statusHint': 'Một dòng người khác thấy cạnh tên bạn.',
  'profile.left': { other: 'Còn {count} ký tự' },
  'profile.tooLong': { other: 'Thừa {count} ký tự' },
  'profile.save': 'Lưu',
  'profile.saved': 'Đã lưu. Mọi người đã thấy.',
  'profile.words': 'Tên hoặc trạng thái của bạn có một từ không được hoan nghênh ở đây.',
  'profile.wordsNext': 'Hãy chọn từ khác rồi lưu lại.',
  'profile.refused': 'Chưa lưu được hồ sơ của bạn.',
  'profile.refusedNext': 'Bạn đổi hơi nhiều lần, hoặc đang mất kết nối. Lát nữa hãy thử lại.',
};
