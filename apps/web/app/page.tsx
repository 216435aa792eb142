import { FrontPage } from './front-page.tsx';

/** It sets its title itself: metadata would stay beside that of a room that was made here. */
export default function HomePage() {
  return <FrontPage />;
}
