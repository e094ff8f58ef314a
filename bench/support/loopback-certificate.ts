// SPDX-License-Identifier: Apache-2.0
// A certificate for 127.0.0.1 that lives as long as a benchmark: a real API server speaks TLS, and TLS costs memory and time. Node cannot make
// certificates, openssl can.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Key and certificate as PEM; undefined where there is no openssl. */
export function loopbackCertificate(): { readonly key: string; readonly cert: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'flinkwright-bench-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const subject = ['-subj', '/CN=bench', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    execFileSync(
      'openssl',
      ['req', '-x509', ...curve, '-nodes', '-days', '1', ...subject, '-keyout', key, '-out', cert],
      {
        stdio: 'ignore',
      },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    console.warn('there is no openssl: the API server speaks plain HTTP, and the operator needs less memory for it');
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
