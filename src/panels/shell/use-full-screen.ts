import { useEffect, useState } from 'react';

/** Whether the page has the whole screen, and what switches it. */
export function useFullScreen(): [boolean, () => void] {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    look();
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  const toggle = () => {
    const done = full ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    // A browser may refuse; then nothing changes and the button still says what it would do.
    done.catch(() => setFull(document.fullscreenElement !== null));
  };
  return [full, toggle];
}
