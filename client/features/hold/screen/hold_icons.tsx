/** The icons of calls on hold, on the grid and with the stroke of `static/icons.svg`; they come with their screen. */

function Drawing({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

export function HoldIcon() {
  return <Drawing path="M9 6v12M15 6v12" />;
}

export function ResumeIcon() {
  return <Drawing path="M8 5.5v13l11-6.5Z" />;
}
