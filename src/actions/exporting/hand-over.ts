/** Lets the browser save it where it saves files. */
export function handOver(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file only after this function has returned, so its address must live on for a while.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
