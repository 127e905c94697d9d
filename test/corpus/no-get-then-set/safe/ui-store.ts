// safe: a zustand store, read and written in one synchronous step
import { create } from 'zustand';

interface UiState {
  zoom: number;
  panels: string[];
  zoomBy(factor: number): void;
  togglePanel(name: string): void;
}

export const useUi = create<UiState>()((set, get) => ({
  zoom: 1,
  panels: ['layers'],
  zoomBy: (factor) => set({ zoom: Math.min(8, get().zoom * factor) }),
  togglePanel: (name) =>
    set((state) => ({
      panels: state.panels.includes(name)
        ? state.panels.filter((panel) => panel !== name)
        : [...state.panels, name],
    })),
}));
