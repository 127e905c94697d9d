/** The frame of the page: what it may load, and nothing of what it shows. */

export interface PageOptions {
  readonly script: string;
  readonly style: string;
  /** What the editor calls its own resources. */
  readonly source: string;
  readonly nonce: string;
}

export function makePage({ script, style, source, nonce }: PageOptions): string {
  const policy = [
    "default-src 'none'",
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${style}" />
    <title>Explain race</title>
  </head>
  <body>
    <p id="state" role="status" aria-live="polite"></p>
    <main id="races"></main>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>
`;
}
