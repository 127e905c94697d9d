/// <reference lib="dom" />
/** Whether texts can be told from what is behind them. */
import type { Locator } from 'playwright-core';

/** Red, green, blue (0 to 255), and how opaque (0 to 1). */
type Colour = readonly [number, number, number, number];

/** What WCAG asks of text of usual size (success criterion 1.4.3, level AA). */
const LEAST = 4.5;

/** The texts in an element that are too pale to be read by everybody, with their contrast. */
export async function findPaleTexts(locator: Locator): Promise<string[]> {
  const texts = await locator.evaluate(readTexts);
  return texts.flatMap(({ text, layers, colour, opacity }) => {
    const behind = layers.map(parse).reduce(over);
    const [red, green, blue, alpha] = parse(colour);
    const ratio = contrast(over(behind, [red, green, blue, alpha * opacity]), behind);
    return ratio < LEAST ? [`"${text}": ${ratio.toFixed(2)}`] : [];
  });
}

interface Text {
  readonly text: string;
  readonly colour: string;
  readonly opacity: number;
  /** What is behind it, the farthest first. */
  readonly layers: readonly string[];
}

/** Runs in the page, and can use nothing of this module. */
function readTexts(body: HTMLElement): Text[] {
  const probe = document.createElement('span');
  probe.style.color = 'var(--vscode-editor-background)';
  body.append(probe);
  const window = getComputedStyle(probe).color;
  probe.remove();
  const found: Text[] = [];
  for (const element of body.querySelectorAll('*')) {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const text = own.map(({ textContent }) => textContent?.trim()).join(' ');
    if (text.trim() === '' || element.getClientRects().length === 0) continue;
    const layers: string[] = [];
    let opacity = 1;
    for (let each: Element | null = element; each; each = each.parentElement) {
      layers.unshift(getComputedStyle(each).backgroundColor);
      opacity *= Number(getComputedStyle(each).opacity);
    }
    found.push({ text, colour: getComputedStyle(element).color, opacity, layers: [window, ...layers] });
  }
  return found;
}

/** Of "rgb(1, 2, 3)", "rgba(1, 2, 3, 0.4)", or "color(srgb 0.1 0.2 0.3)", which colours that are mixed are told as. */
function parse(text: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/gu) ?? []).map(Number);
  const scale = text.startsWith('color(srgb') ? 255 : 1;
  return [red * scale, green * scale, blue * scale, alpha];
}

function over(behind: Colour, [red, green, blue, alpha]: Colour): Colour {
  const mix = (front: number, back: number): number => front * alpha + back * (1 - alpha);
  return [mix(red, behind[0]), mix(green, behind[1]), mix(blue, behind[2]), 1];
}

function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** As WCAG defines relative luminance. */
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number): number => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
