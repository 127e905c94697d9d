// SAFE: the file's text and its sha are fetched in each round.
import { Octokit } from '@octokit/rest';

const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN });

export async function appendLine(owner: string, repo: string, path: string, line: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path });
    if (Array.isArray(data) || data.type !== 'file') throw new Error('no file');
    const text = Buffer.from(data.content, 'base64').toString('utf8');
    const content = Buffer.from(`${text}${line}\n`).toString('base64');
    try {
      return await octokit.rest.repos.createOrUpdateFileContents({ owner, repo, path, message: 'log', content, sha: data.sha });
    } catch (error: any) {
      if (error.status !== 409) throw error;
    }
  }
}
