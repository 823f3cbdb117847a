import type { ComponentChildren } from 'preact';

/** Drawn in the colour of the words beside them; never the only carrier of a meaning. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const CameraIcon = () => (
  <Icon>
    <path d="M4 8.5A1.5 1.5 0 0 1 5.500 7h2.300l1.400-2.200h5.600L16.200 7h2.300A1.500 1.500 0 0 1 20 8.500v9a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500z" />
    <circle cx="12" cy="12.800" r="3.400" />
  </Icon>
);

export const PictureIcon = () => (
  <Icon>
    <rect x="4" y="5" width="16" height="14" rx="1.500" />
    <circle cx="9" cy="10" r="1.600" />
    <path d="m5 17.500 4.500-4 3 2.500 3.500-4 3.500 4" />
  </Icon>
);

export const SendIcon = () => (
  <Icon>
    <path d="M12 19V5.500M6 11.200l6-6 6 6" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="M12 5v13.500M6 12.800l6 6 6-6" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8.500" r="3.700" />
    <path d="M4.800 19.500c.9-3.600 3.700-5.300 7.200-5.300s6.300 1.700 7.200 5.300" />
  </Icon>
);

export const BellIcon = () => (
  <Icon>
    <path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M12 4.500 21 19.500H3zM12 10v4.500M12 16.800v.4" />
  </Icon>
);
