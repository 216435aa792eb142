import type { Metadata } from 'next';
import { roomNameScript } from '../../lobby/room-name-script.ts';
import { RoomPage } from './room-page.tsx';

/**
 * Served for every `/r/<name>`: the lobby, with the name read from the address in the browser. The screens set
 * the title, for metadata would stay beside theirs.
 */
export const metadata: Metadata = { robots: { index: false } };

export default function Page() {
  return (
    <>
      <RoomPage />
      <script>{roomNameScript()}</script>
    </>
  );
}
