/** The page of the panel: draws what it is shown, and tells what was asked for. Runs in the panel, not in the editor. */
import type { FromPage, ToPage } from './messages.js';
import type { Excerpt, Explanation, RaceView, Segment, StepView } from './view-model.js';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const editor = acquireVsCodeApi();
const state = element('state');
const races = element('races');

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  show(data.explanation);
});
document.addEventListener('keydown', moveAmongSteps);
editor.postMessage({ kind: 'ready' });

const WORDS_OF_STATE: Readonly<Record<Explanation['state'], string>> = {
  current: '',
  checking: 'The file has changed; looking again …',
  gone: 'The code no longer races here. This is how it was.',
  closed: 'The file cannot be read any more. This is how it was.',
};

function show({ file, state: now, races: shown }: Explanation): void {
  document.title = `Race in ${file}`;
  document.body.dataset['state'] = now;
  // Told again only when it differs: readers would repeat it.
  if (state.textContent !== WORDS_OF_STATE[now]) state.textContent = WORDS_OF_STATE[now];
  const isOver = now === 'gone' || now === 'closed';
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
  races.replaceChildren(...shown.map(drawRace));
  // What is no more leads nowhere.
  for (const button of races.querySelectorAll<HTMLButtonElement>('.card, .primary')) button.disabled = isOver;
  if (focused !== undefined) races.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
}

function drawRace(view: RaceView, race: number): HTMLElement {
  const titleId = `title-${race}`;
  const article = make('article', { class: 'race', 'aria-labelledby': titleId }, [
    make('h1', { id: titleId }, view.title.map(drawSegment)),
    make('p', { class: 'meta' }, [
      make('span', { class: 'rule' }, [view.rule]),
      make('span', { class: `certainty ${view.certainty}` }, [view.certainty]),
      make('span', { class: 'place' }, [view.place]),
    ]),
    make('div', { class: 'lanes', 'aria-hidden': 'true' }, [
      make('span', { class: 'time' }, ['time']),
      make('span', { class: 'lane a' }, [make('b', {}, ['A']), ' one execution']),
      make('span', { class: 'lane b' }, [make('b', {}, ['B']), ' another one']),
    ]),
    make(
      'ol',
      { class: 'steps', 'aria-label': 'What happens, in this order, in two executions A and B' },
      view.steps.map((step, index) => drawStep(step, race, index)),
    ),
    ...(view.details.length > 0 ? [make('p', { class: 'details' }, view.details.map(drawSegment))] : []),
    make('div', { class: 'actions' }, [
      makeButton('Show fixes', 'primary', { kind: 'fix', race }),
      ...(view.hasDocumentation
        ? [makeButton('About this rule', 'secondary', { kind: 'document', race })]
        : []),
    ]),
  ]);
  return article;
}

function drawStep(step: StepView, race: number, index: number): HTMLElement {
  const lane = step.execution.toLowerCase();
  const card = make(
    'button',
    {
      type: 'button',
      class: 'card',
      'aria-label': `${step.label}. Go to the line.`,
      'data-key': `${race}-${index}`,
    },
    [
      make('span', { class: 'what' }, [
        ...step.words.map(drawSegment),
        ...(step.value === undefined ? [] : [' ', make('span', { class: 'value' }, [step.value])]),
      ]),
      make('span', { class: 'at' }, [
        make('span', { class: 'line' }, [`line ${step.line}`]),
        ...(step.code ? [drawExcerpt(step.code)] : []),
      ]),
      ...(step.loss === undefined ? [] : [make('strong', { class: 'loss' }, [step.loss])]),
    ],
  );
  card.addEventListener('click', () => {
    editor.postMessage({ kind: 'reveal', race, step: index });
  });
  const other = step.otherWaits
    ? [make('span', { class: `waits ${lane === 'a' ? 'b' : 'a'}`, 'aria-hidden': 'true' })]
    : [];
  const marks = [lane, step.action, ...(step.loss === undefined ? [] : ['loses'])];
  return make('li', { class: `step ${marks.join(' ')}` }, [
    make('span', { class: 'number', 'aria-hidden': 'true' }, [String(step.number)]),
    ...other,
    card,
  ]);
}

function drawExcerpt({ before, marked, after }: Excerpt): HTMLElement {
  const parts = [
    make('span', { class: 'before' }, [before]),
    make('mark', {}, [marked]),
    make('span', { class: 'after' }, [after]),
  ];
  return make('code', { class: 'excerpt' }, parts);
}

function drawSegment({ text, isCode }: Segment): Node | string {
  return isCode ? make('code', {}, [text]) : text;
}

function makeButton(label: string, look: string, message: FromPage): HTMLElement {
  const button = make('button', { type: 'button', class: look, 'data-key': `${look}-${label}` }, [label]);
  button.addEventListener('click', () => {
    editor.postMessage(message);
  });
  return button;
}

/** Arrow keys go from step to step, as in a list. */
function moveAmongSteps(event: KeyboardEvent): void {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const cards = [...document.querySelectorAll<HTMLElement>('.card')];
  const at = cards.findIndex((card) => card === document.activeElement);
  if (way === undefined || at === -1) return;
  cards[at + way]?.focus();
  event.preventDefault();
}

function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Node | string)[] = [],
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}
