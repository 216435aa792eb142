import { answerStretch, type StretchQuestion } from '@earshot/crypto/argon2';

addEventListener('message', ({ data }: MessageEvent<StretchQuestion>) => {
  void answerStretch(data, (answer) => postMessage(answer));
});
