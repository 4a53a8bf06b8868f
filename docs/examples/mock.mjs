// node mock.mjs handlekit-mock.jar
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const portFile = join(mkdtempSync(join(tmpdir(), 'mock-')), 'port');
const options = ['--port', '0', '--port-file', portFile, '--exit-with-parent'];
const mock = spawn('java', ['-jar', process.argv[2], ...options], { stdio: ['pipe', 'ignore', 'inherit'] });
while (!existsSync(portFile)) { // the mock writes it once it answers
  if (mock.exitCode !== null) throw new Error(`the mock ended with ${mock.exitCode}`);
  await wait(20);
}
const base = `http://127.0.0.1:${readFileSync(portFile, 'utf8').trim()}/v1`;

const reply = await fetch(`${base}/customers`, {
  method: 'POST',
  headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json' },
  body: readFileSync(new URL('customer.json', import.meta.url)),
});
console.log((await reply.json()).data.handle);
mock.stdin.end(); // the mock stops when its input closes, even if this program is killed
