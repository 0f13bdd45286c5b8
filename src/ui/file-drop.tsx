import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { droppedFiles } from './dropped-files.ts';
import { FileButton } from './file-button.tsx';
import styles from './file-drop.module.css';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

interface FileDropProps {
  /** What is said while files hover over it. */
  over: string;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** Takes files and folders dropped anywhere on what it holds. */
export function FileDrop({ over, onFiles, children }: FileDropProps) {
  const [hovers, setHovers] = useState(false);
  /** A pointer enters a child before it leaves its parent. */
  const depth = useRef(0);

  function enter(event: DragEvent, step: 1 | -1): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setHovers(depth.current > 0);
  }

  return (
    <div
      className={styles.zone}
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setHovers(false);
        void droppedFiles(event.dataTransfer).then(onFiles);
      }}
    >
      {children}
      {hovers && (
        <div className={styles.over} aria-hidden="true">
          {over}
        </div>
      )}
    </div>
  );
}

interface ChooseFilesProps {
  title: string;
  detail: string;
  choose: string;
  /** Words of the button for a whole folder; without them it is not offered. */
  folder?: string;
  takes: string;
  onFiles: (files: File[]) => void;
}

/** Where files are dropped or chosen. */
export function ChooseFiles({ title, detail, choose, folder, takes, onFiles }: ChooseFilesProps) {
  return (
    <div className={styles.area}>
      <h3>{title}</h3>
      <p>{detail}</p>
      <div className={styles.buttons}>
        <FileButton takes={takes} several onFiles={onFiles}>
          {choose}
        </FileButton>
        {folder !== undefined && (
          <FileButton takes={`${takes}-folder`} folder variant="default" onFiles={onFiles}>
            {folder}
          </FileButton>
        )}
      </div>
    </div>
  );
}
