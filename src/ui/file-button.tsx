import { Button } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import { useRef } from 'react';

interface FileButtonProps extends ButtonProps {
  /** Tells what it takes from what others on the screen take. */
  takes: string;
  several?: boolean;
  onFiles: (files: File[]) => void;
}

/** A button that lets a person choose files; the same file may be chosen again. */
export function FileButton({ takes, several = false, onFiles, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
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
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
