import { Avatar } from '../ui/avatar.tsx';

const people = [
  { name: 'Noor', place: 'start-[47%] top-[44%] w-[17%]', speaking: true },
  { name: 'Emil', place: 'start-[22%] top-[33%] w-[12%]', speaking: false },
  { name: 'Ana', place: 'start-[68%] top-[66%] w-[11%]', speaking: false },
  { name: 'Tuấn', place: 'start-[31%] top-[73%] w-[9%]', speaking: true },
  { name: 'Sol', place: 'start-[74%] top-[21%] w-[8%]', speaking: false },
] as const;

/** What the name means, drawn: a voice, the circles it fills, and the people who are near enough to hear it. */
export function Horizon({ className = '' }: { className?: string }) {
  return (
    <div aria-hidden="true" className={`relative isolate aspect-square ${className}`}>
      <svg
        aria-hidden="true"
        viewBox="0 0 400 400"
        fill="none"
        className="absolute inset-0 -z-10 size-full overflow-visible"
      >
        <g className="stroke-line" strokeWidth="1.5">
          <circle cx="222" cy="210" r="70" className="fill-voice/10" />
          <circle cx="222" cy="210" r="120" />
          <circle cx="222" cy="210" r="172" strokeDasharray="2 7" strokeLinecap="round" />
        </g>
        <g className="stroke-glow" strokeWidth="1.5">
          <circle cx="222" cy="210" r="172" className="ripple" />
          <circle cx="222" cy="210" r="172" className="ripple [animation-delay:-2s]" />
          <circle cx="222" cy="210" r="172" className="ripple [animation-delay:-4s]" />
        </g>
      </svg>
      {people.map(({ name, place, speaking }) => (
        <span key={name} data-speaking={speaking} className={`absolute ${place}`}>
          <span className="voice-ring block">
            <Avatar id={name} name={name} className="text-[clamp(0.75rem,1.6vw,1.5rem)]" />
          </span>
        </span>
      ))}
    </div>
  );
}
