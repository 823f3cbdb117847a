/** Line drawings on a 24 px sheet, ours, so that no icon package has to travel. They say nothing by themselves. */
const PATHS = {
  today: 'M4 6.5h16v13H4zM4 10.5h16M8 4v4M16 4v4',
  question: 'M5 5h14v11h-7l-4.5 4v-4H5zM9.8 9a2.2 2.2 0 1 1 3 2c-.6.3-.8.6-.8 1.2M12 13.9v.1',
  request: 'M6 3.5h9l3.5 3.5v13.5H6zM14.5 3.5V7.5h4M9 12h6M9 16h4',
  project: 'M4 7.5h16v12H4zM9 7.5V4.5h6v3M4 12.5h16M12 11v3',
  report: 'M4 20h16M6.5 20v-7h3v7M11 20V9h3v11M15.5 20V4.500h3V20',
  announce: 'M4 10v4h3l8 4.5v-13L7 10zM18 9.5a3.5 3.5 0 0 1 0 5M7.5 14.5L9 20h2.500',
  knowledge:
    'M12 6.5C10 5 7.500 4.500 4 4.500v13.500c3.500 0 6 .5 8 2 2-1.500 4.500-2 8-2V4.500c-3.500 0-6 .5-8 2zM12 6.500v13.500',
  people:
    'M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.5 19.5c.4-3.3 2.6-5 5.5-5s5.1 1.7 5.5 5M15.5 5.4a3.2 3.2 0 0 1 0 5.8M17 14.8c2 .6 3.2 2.2 3.5 4.7',
  account: 'M12 12a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4zM5 20c.5-3.6 3.3-5.5 7-5.5s6.5 1.9 7 5.5',
  calendar: 'M4 6.5h16v13H4zM4 10.5h16M8 4v4M16 4v4M8 14h1.500M12 14h1.500M8 17h1.500M12 17h1.500M16 14h.500',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2',
  course: 'M3 8.5L12 4.500l9 4-9 4zM6.500 10.500V16c3 2.500 8 2.500 11 0v-5.500M21 8.500v6',
  workshop: 'M4 20V10.500l5 3v-3l5 3V6h6v14zM8 17h2M14 17h2',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  next: 'M9.5 5.5L16 12l-6.5 6.5',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-7.5-5 15.5-3.5-6.5zM11.5 13.5L20 4.5',
  download: 'M12 4v11M7.5 11L12 15.5 16.5 11M5 19.5h14',
  print: 'M7 9V4h10v5M7 17H4.5V9h15v8H17M7 14h10v6H7z',
  photo: 'M4 5.5h16v13H4zM4 16l4.5-5 3.5 4 2.5-2.5L20 17.5M15.5 9.5v.1',
  zoomIn: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20M8 10.5h5M10.5 8v5',
  zoomOut: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20M8 10.5h5',
  rotate: 'M19 5v4.5h-4.5M18.5 9.5A7.5 7.5 0 1 0 19.5 13',
  phone:
    'M6.5 4h3l1.5 4-2 1.5c.8 2.3 2.200 3.700 4.5 4.5l1.5-2 4 1.5v3c0 1-1 2-2 1.9C10.5 18 5 12.5 4.600 6 4.5 5 5.5 4 6.5 4z',
  plus: 'M12 5v14M5 12h14',
  leave: 'M13 4.5H5v15h8M10 12h10M16.5 8.5L20 12l-3.5 3.5',
  shield: 'M12 3.5l7 2.500v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6zM9 12l2 2 4-4.500',
  bin: 'M5 7h14M9.500 7V4.500h5V7M7 7l1 13h8l1-13M10.500 10.500v6M13.500 10.500v6',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17v.1',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
