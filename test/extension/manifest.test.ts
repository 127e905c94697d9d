/** The manifest holds what it promises: settings that are read, commands that are there, files that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { root } from '../docs/markdown.js';

const folder = join(root, 'extension');
const manifest = z
  .object({
    icon: z.string(),
    main: z.string(),
    engines: z.object({ vscode: z.string() }),
    capabilities: z.object({
      untrustedWorkspaces: z.object({ supported: z.string(), restrictedConfigurations: z.array(z.string()) }),
      virtualWorkspaces: z.object({ supported: z.string() }),
    }),
    contributes: z.object({
      commands: z.array(z.object({ command: z.string(), title: z.string() })),
      menus: z.record(z.string(), z.array(z.object({ command: z.string() }))),
      viewsWelcome: z.array(z.object({ contents: z.string() })),
      configuration: z.object({
        properties: z.record(
          z.string(),
          z.object({
            scope: z.string().optional(),
            markdownDescription: z.string().optional(),
            enum: z.array(z.string()).optional(),
            enumDescriptions: z.array(z.string()).optional(),
          }),
        ),
      }),
      walkthroughs: z.array(
        z.object({
          id: z.string(),
          steps: z.array(
            z.object({ description: z.string(), media: z.object({ svg: z.string(), altText: z.string() }) }),
          ),
        }),
      ),
    }),
  })
  .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
const { commands, menus, viewsWelcome, configuration, walkthroughs } = manifest.contributes;
const settings = Object.entries(configuration.properties);

const sources = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(folder, 'src', path), 'utf8'))
  .join('\n');

describe('settings', () => {
  test('are twelve at most', () => {
    expect(settings.length).toBeLessThanOrEqual(12);
  });

  test.each(settings)('%s has a scope, a description, and one for each of its values', (_, setting) => {
    expect(setting.scope).toMatch(/^(?:resource|window|machine|machine-overridable|application)$/u);
    expect(setting.markdownDescription).toMatch(/\.$/u);
    expect(setting.enumDescriptions?.length).toBe(setting.enum?.length);
  });

  test.each(settings.map(([name]) => name).filter((name) => !name.endsWith('.trace.server')))(
    '%s is read',
    (name) => {
      expect(sources).toMatch(new RegExp(`get(?:<string>)?\\('${name.replace('interleave.', '')}'`, 'u'));
    },
  );

  test('that make the code of a workspace run do not count where it is not trusted', () => {
    const { untrustedWorkspaces } = manifest.capabilities;
    expect(untrustedWorkspaces).toMatchObject({
      supported: 'limited',
      restrictedConfigurations: ['interleave.useESLintConfig'],
    });
  });
});

describe('commands', () => {
  const names = commands.map(({ command }) => command);

  test.each(names)('%s is registered', (name) => {
    expect(sources).toContain(`'${name}':`);
  });

  test('that menus, views and the walkthrough name are there', () => {
    const texts = [
      ...viewsWelcome.map(({ contents }) => contents),
      ...walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
    ];
    const named = [
      ...Object.values(menus).flatMap((entries) => entries.map(({ command }) => command)),
      ...texts.flatMap((text) => [...text.matchAll(/\(command:([\w.]+)\)/gu)].map(([, name = '']) => name)),
    ];
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });
});

test('the walkthrough has three steps, each with a picture that is there and is told', () => {
  const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  expect(steps).toHaveLength(3);
  for (const { media } of steps) {
    expect(existsSync(join(folder, media.svg))).toBe(true);
    expect(media.altText.length).toBeGreaterThan(20);
  }
});

test('the icon is a picture of 256 by 256', () => {
  const icon = readFileSync(join(folder, manifest.icon));
  expect(icon.subarray(1, 4).toString()).toBe('PNG');
  expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
});

test('the icon in the activity bar has no colour of its own', () => {
  expect(readFileSync(join(folder, 'media/view.svg'), 'utf8')).not.toMatch(/#[\da-f]{3,8}\b|rgb/u);
});

test('VS Code 1.100 is enough', () => {
  expect(manifest.engines.vscode).toBe('^1.100.0');
});
