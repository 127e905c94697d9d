// safe: query parameters of a link
import { useMemo } from 'react';

interface Props {
  search: string;
  colours: string[];
  onChange: (search: string) => void;
}

export function ColourFilter({ search, colours, onChange }: Props) {
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const chosen = params.get('colour')?.split(',') ?? [];

  const toggle = (colour: string) => {
    const next = new URLSearchParams(params);
    const current = next.get('colour')?.split(',') ?? [];
    next.set('colour', (current.includes(colour) ? current.filter((c) => c !== colour) : [...current, colour]).join(','));
    onChange(next.toString());
  };

  return (
    <ul>
      {colours.map((colour) => (
        <li key={colour}>
          <button aria-pressed={chosen.includes(colour)} onClick={() => toggle(colour)}>
            {colour}
          </button>
        </li>
      ))}
    </ul>
  );
}
