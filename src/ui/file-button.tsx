import { Button } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { withoutLeftovers } from './dropped-files.ts';

interface FileButtonProps extends ButtonProps {
  /** Tells what it takes from what others on the screen take. */
  takes: string;
  several?: boolean;
  /** A folder is chosen, and all that lies in it taken. */
  folder?: boolean;
  onFiles: (files: File[]) => void;
}

/** A button that lets a person choose files; the same file may be chosen again. */
export function FileButton({
  takes,
  several = false,
  folder = false,
  onFiles,
  ...button
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => void input.current?.toggleAttribute('webkitdirectory', folder), [folder]);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple={several}
        hidden
        data-takes={takes}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          const files = folder ? withoutLeftovers(chosen) : chosen;
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
