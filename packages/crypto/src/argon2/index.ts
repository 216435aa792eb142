export { estimateStretchMs, stretchPassword } from './stretch.ts';
export {
  answerStretch,
  type StretchAnswer,
  type StretchQuestion,
  type StretchWorker,
  stretchInWorker,
} from './stretching.ts';
